#!/usr/bin/env bash
# What: on .NET 10.0.12 (Microsoft.NETCore.App.Runtime.linux-x64), JsonDocument.Parse takes time that grows with the depth of a document times its size. At each closing bracket it looks back over all
# tokens inside for the opening one (MetadataDb.FindIndexOfFirstUnsetSizeOrLength), though it keeps a stack of the open ones. JsonElement, JsonNode and object members are read in the same way.
# Why it matters: a limit on the length of a document does not bound the time to parse it, unless its depth is limited too. MaxDepth is 64 by default; who raises it, raises the time of every document.
# Seen: a document of 400 KB takes more than 20 times as long at 2,000 levels as at 4, and Utf8JsonReader needs the same time for both.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
    <SelfContained>true</SelfContained>
    <RuntimeFrameworkVersion>10.0.12</RuntimeFrameworkVersion>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System.Text;
using System.Text.Json;

var flat = Items(levels: 4);
var deep = Items(levels: 2_000);
Show("JsonDocument", json => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 5_000 }).Dispose());
Show("Utf8JsonReader", json =>
{
    var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 5_000 });
    while (reader.Read())
    {
    }
});

void Show(string name, Action<byte[]> read)
{
    var ratio = Best(() => read(deep)) / Best(() => read(flat));
    Console.WriteLine($"{name}: {(ratio > 20 ? "more than 20 times" : ratio < 4 ? "less than 4 times" : "some times")} as long");
}

static double Best(Action run) => Enumerable.Range(0, 10).Min(_ =>
{
    var before = Environment.CpuUsage.UserTime;
    for (var i = 0; i < 5; i++)
        run();
    return (Environment.CpuUsage.UserTime - before).TotalMilliseconds;
});

static byte[] Items(int levels) => Encoding.UTF8.GetBytes($"{new string('[', levels)}1{string.Concat(Enumerable.Repeat(",1", 200_000 - levels))}{new string(']', levels)}");
PROGRAM
dotnet run -c Release > seen.txt
cat seen.txt

grep -qx 'JsonDocument: more than 20 times as long' seen.txt
grep -qx 'Utf8JsonReader: less than 4 times as long' seen.txt
