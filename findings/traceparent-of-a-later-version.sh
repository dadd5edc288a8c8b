#!/usr/bin/env bash
# What: a traceparent of version 01 with a further field behind the flags (W3C Trace Context, section "Versioning of traceparent": a participant that knows version 00 reads the four fields that it
# knows, and continues the trace) is dropped by OpenTelemetry.Api 1.20.1 for .NET, though the same header with version cc is read. @opentelemetry/core 2.12.1 for JavaScript reads both. The first
# digit of the version decides: what begins with 0 is taken for version 00, which must not be longer. System.Diagnostics.ActivityContext of .NET 10 reads neither.
# Why it matters: the first version that anybody will send begins with 0, and the traces of .NET services end there.
# Seen: "01 with a field more: dropped", "cc with a field more: read" from .NET; "read" twice from JavaScript.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="OpenTelemetry.Api" Version="[1.20.1]" /></ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System;
using System.Diagnostics;
using OpenTelemetry.Context.Propagation;

const string Ids = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
foreach (var (name, header) in new[]
{
    ("00", $"00-{Ids}"), ("01", $"01-{Ids}"), ("01 with a field more", $"01-{Ids}-later"), ("cc with a field more", $"cc-{Ids}-later"),
})
{
    var read = new TraceContextPropagator().Extract(default, header, static (header, field) => field == "traceparent" ? [header] : []);
    Console.WriteLine($"{name}: {(read.ActivityContext.TraceId == default ? "dropped" : "read")}, ActivityContext {(ActivityContext.TryParse(header, null, out _) ? "read" : "dropped")}");
}
PROGRAM
dotnet run > dotnet.txt
cat dotnet.txt

npm init -y > npm.txt && npm install --no-audit --no-fund @opentelemetry/api@1.9.1 @opentelemetry/core@2.12.1 >> npm.txt
cat > finding.mjs <<'SCRIPT'
import { ROOT_CONTEXT, defaultTextMapGetter, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';

const ids = '0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
for (const version of ['01', 'cc']) {
  const context = new W3CTraceContextPropagator().extract(ROOT_CONTEXT, { traceparent: `${version}-${ids}-later` }, defaultTextMapGetter);
  console.log(`JavaScript, ${version} with a field more: ${trace.getSpanContext(context) ? 'read' : 'dropped'}`);
}
SCRIPT
node finding.mjs > node.txt
cat node.txt

grep -qx '00: read, ActivityContext read' dotnet.txt
grep -qx '01: read, ActivityContext read' dotnet.txt
grep -qx '01 with a field more: dropped, ActivityContext dropped' dotnet.txt
grep -qx 'cc with a field more: read, ActivityContext dropped' dotnet.txt
grep -qx 'JavaScript, 01 with a field more: read' node.txt
grep -qx 'JavaScript, cc with a field more: read' node.txt
