import { chromium } from "@playwright/test";
import { browserLaunch } from "./e2e/browser.mjs";
import fs from "fs";
const base = process.argv[2], D="/tmp/walk/shots/";
const b = await chromium.launch(await browserLaunch());
const W={width:1440,height:900}, N={width:390,height:844};
async function as(u,vp=W,scheme="light"){ const f=`/tmp/walk/st-${u}.json`; const o={baseURL:base,viewport:vp,colorScheme:scheme,reducedMotion:"reduce",locale:"en-US",timezoneId:"America/New_York",acceptDownloads:true}; if(fs.existsSync(f)) o.storageState=f;
 const c=await b.newContext(o); const p=await c.newPage(); p.setDefaultTimeout(25000); p.on("pageerror",e=>console.log("PAGEERR",e.message)); p.on("console",m=>{if(m.type()=="error")console.log("CONSOLE",m.text(),p.url())});
 await p.goto("/"); if(p.url().includes("/login")){ await p.getByLabel("Username",{exact:true}).fill(u); await p.getByLabel("Password").fill("demo"); await p.getByRole("button",{name:"Sign in"}).click(); await p.waitForLoadState(); } await c.storageState({path:f}); return p; }
let tgo=0;
async function go(p,u){const t=Date.now(); const r=await p.goto(u); console.log("GO",u,r&&r.status(),Date.now()-t+"ms");}
async function shot(p,n,full=false){await p.screenshot({path:D+n+".png",fullPage:full});}
async function txt(p,sel="body"){return (await p.locator(sel).first().innerText()).replace(/\n\s*\n+/g,"\n");}
async function ov(p){const r=await p.evaluate(()=>{const w=document.documentElement.clientWidth;const bad=[];for(const e of document.querySelectorAll("body *")){const r=e.getBoundingClientRect();if(r.width&&r.right>w+1&&getComputedStyle(e).position!="fixed"){let q=e.parentElement,cl=false;while(q){const o=getComputedStyle(q).overflowX;if(o!="visible"){cl=true;break}q=q.parentElement}if(!cl)bad.push(e.tagName+"."+e.className+" "+Math.round(r.right))}}return {sw:document.documentElement.scrollWidth,w,bad:bad.slice(0,4)}});if(r.sw>r.w||r.bad.length)console.log("OVERFLOW",p.url(),JSON.stringify(r));}
try{
const p=await as("reviewer");
await go(p,"/?state=decided"); await p.locator("table.list tbody a.resource-name").first().click(); await p.waitForLoadState(); await shot(p,"h1",true); console.log(p.url(), await txt(p,"main"));
await go(p,"/?state=waiting"); await p.locator("table.list tbody a.resource-name").first().click(); await p.waitForLoadState(); await shot(p,"h2",true); console.log("======",p.url(), await txt(p,"main"));
}catch(e){console.log("FAIL",e.message.slice(0,1500))} await b.close();
