"""The style sheet of reports and handouts: light, printable on A4, with fonts that hold Cyrillic."""

from __future__ import annotations

SHEET = """
:root{--ink:#1c2733;--grey:#5b6773;--pale:#d9dee4;--wash:#f3f5f7;--blue:#1f5f99;--orange:#b4530a}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;
 font:15px/1.5 "Noto Sans","Segoe UI","Helvetica Neue",Arial,"DejaVu Sans","Liberation Sans",sans-serif}
main{max-width:60rem;margin:0 auto;padding:0 1.5rem 3rem}
.marking{margin:0;padding:.35rem 1rem;text-align:center;font-size:.8rem;letter-spacing:.03em;color:var(--grey);
 background:var(--wash);border-block:1px solid var(--pale)}
.cover{padding:4rem 0 2rem;border-bottom:3px solid var(--ink)}
.cover .kind{margin:0;font-size:1.05rem;color:var(--grey)}
.cover h1{margin:.3rem 0 2rem;font-size:2.3rem;line-height:1.15}
.cover dl{display:grid;grid-template-columns:repeat(2,1fr);gap:.6rem 2rem;margin:0}
.cover dl div{border-top:1px solid var(--pale);padding-top:.35rem}
dt{font-size:.8rem;color:var(--grey)}
dd{margin:0}
.notice{margin:2rem 0 0;padding:.7rem 1rem;background:var(--wash);border-left:4px solid var(--grey)}
nav{margin:2rem 0}
nav ol{columns:2;column-gap:2.5rem;padding-left:1.4rem;margin:0}
nav a{color:inherit;text-decoration:none}
nav a:hover,nav a:focus{text-decoration:underline}
h2{margin:3rem 0 .8rem;padding-bottom:.3rem;border-bottom:1px solid var(--ink);font-size:1.5rem;line-height:1.25}
nav h2{margin-top:0;border:0;font-size:1.1rem}
h3{margin:2rem 0 .5rem;font-size:1.15rem;line-height:1.3}
h4{margin:1.6rem 0 .4rem;font-size:1rem}
p{margin:.4rem 0 .8rem}
ul,ol{margin:.4rem 0 .9rem;padding-left:1.3rem}
li{margin:.2rem 0}
.quiet{color:var(--grey)}
.callout{padding:.7rem 1rem;border:2px solid var(--ink);border-left-width:8px;font-weight:600}
.wide{overflow-x:auto;margin:.6rem 0 1.2rem}
table{width:100%;border-collapse:collapse;font-size:.92rem}
table.small{font-size:.82rem;line-height:1.35}
caption{text-align:left;padding:.3rem 0;font-size:.85rem;color:var(--grey)}
th,td{padding:.32rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--pale);
 overflow-wrap:break-word}
thead th{border-bottom:1.5px solid var(--ink);font-weight:600;background:#fff}
tbody th{font-weight:600}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tr.blank td{height:2.4em}
figure{margin:1rem 0 1.8rem}
figure svg{display:block;max-width:100%;height:auto;margin:0 auto;font-family:inherit}
figcaption{margin-top:.5rem;font-size:.85rem;color:var(--grey)}
.fill{margin:.8rem 0 1.4rem;padding:.7rem 1rem 1rem;border:1.5px solid var(--ink)}
.fill .choices{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.3rem 0;font-size:.9rem}
.fill .line{height:1.9rem;border-bottom:1px solid var(--grey)}
.card{break-inside:avoid}
.slip{margin:1rem 0;padding:.8rem 1rem;border:1.5px dashed var(--grey);break-inside:avoid}
.slip h3{margin-top:0}
.only{margin:.6rem 0 0;padding:.5rem .8rem;background:var(--wash);border-left:4px solid var(--ink)}
.columns{columns:2;column-gap:2rem}
.columns>div{break-inside:avoid}
.columns>div>h4{margin-top:.8rem}
@media (max-width:40rem){.cover dl{grid-template-columns:1fr}nav ol,.columns{columns:1}}
@page{size:A4;margin:18mm 15mm 18mm;
 @top-center{font:8pt sans-serif;color:#5b6773}
 @bottom-left{font:8pt sans-serif;color:#5b6773}
 @bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#5b6773}}
@media print{
 html{font-size:13px}
 body{font-size:1rem;line-height:1.4}
 th,td{padding:.22rem .4rem}
 main{max-width:none;padding:0}
 .marking{display:none}
 .cover{min-height:220mm;border:0}
 nav{break-before:page}
 section.level1>h2{break-before:auto}
 h2,h3,h4,caption{break-after:avoid}
 thead{display:table-header-group}
 tr,figure,.fill,.callout{break-inside:avoid}
 .wide{overflow:visible}
 .page{break-before:page}
 a{color:inherit;text-decoration:none}
}
"""
