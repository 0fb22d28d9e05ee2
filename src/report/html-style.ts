/** The looks of the page: readable by day and by night, on a wide screen and on a narrow one. */
export const STYLE = `
:root{color-scheme:light dark;--text:#1f2328;--back:#fff;--soft:#f6f8fa;--line:#d1d9e0;--faint:#59636e;--error:#cf222e;--warning:#9a6700;--info:#0969da;--added:#1a7f37}
@media(prefers-color-scheme:dark){:root{--text:#e6edf3;--back:#0d1117;--soft:#151b23;--line:#3d444d;--faint:#9198a1;--error:#f85149;--warning:#d29922;--info:#4493f8;--added:#3fb950}}
*{box-sizing:border-box}
body{font:15px/1.5 system-ui,sans-serif;color:var(--text);background:var(--back);max-width:62rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 .75rem}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-top:1px solid var(--line);padding-top:1rem}h3{font-size:1rem;margin:1.25rem 0 .5rem}
p{margin:.4rem 0}a{color:var(--info)}small{color:var(--faint)}
code{font:.87em ui-monospace,monospace;background:var(--soft);border-radius:4px;padding:.1em .3em}
pre{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.75rem;overflow:auto;margin:.5rem 0}pre code{padding:0;background:none;overflow-wrap:normal}
ul{list-style:none;padding:0;margin:0}li{border-left:3px solid var(--line);padding:.1rem 0 .1rem .75rem;margin:.75rem 0}
li.error{border-color:var(--error)}li.warning{border-color:var(--warning)}li.info{border-color:var(--info)}
span.error{color:var(--error)}span.warning{color:var(--warning)}span.info{color:var(--info)}
.wide{overflow-x:auto}table{border-collapse:collapse;margin:.5rem 0}th,td{border:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:normal}th{background:var(--soft)}
details{margin:.5rem 0}summary{cursor:pointer}
svg{display:block}
`.replace(/\n/g, '');
