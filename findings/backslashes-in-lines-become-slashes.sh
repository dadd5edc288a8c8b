#!/usr/bin/env bash
# What: with MSBuild 17.7.2 (packages Microsoft.Build and Microsoft.Build.Tasks.Core) on Linux, ReadLinesFromFile and WriteLinesToFile copy a text with its backslashes turned into slashes, and the
# leading spaces of its lines go too. A text that a property function reads keeps its spaces, and WriteLinesToFile turns its backslashes as well. The build succeeds.
# Why it matters: a target that rewrites a README, a script or a schema for a package spoils each regular expression, and each shell command that goes on in the next line.
# Seen: "lines: \d+ -> /d+", "lines: curl \ -> curl /", "lines: two spaces -> none", and "property: two spaces -> two spaces" beside the same two slashes.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Build" Version="17.7.2" />
    <PackageReference Include="Microsoft.Build.Tasks.Core" Version="17.7.2" />
  </ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;

File.WriteAllLines("in.txt", [@"\d+", @"curl \", "  -d {}"]);
File.WriteAllText("copy.proj", $"""
    <Project DefaultTargets="Copy">
      <UsingTask TaskName="ReadLinesFromFile" AssemblyFile="{AppContext.BaseDirectory}Microsoft.Build.Tasks.Core.dll" />
      <UsingTask TaskName="WriteLinesToFile" AssemblyFile="{AppContext.BaseDirectory}Microsoft.Build.Tasks.Core.dll" />
      <Target Name="Copy">
        <ReadLinesFromFile File="in.txt"><Output TaskParameter="Lines" ItemName="Line" /></ReadLinesFromFile>
        <WriteLinesToFile File="lines.txt" Lines="@(Line)" Overwrite="true" />
        <PropertyGroup><Text>$([System.IO.File]::ReadAllText('in.txt'))</Text></PropertyGroup>
        <WriteLinesToFile File="property.txt" Lines="$(Text)" Overwrite="true" />
      </Target>
    </Project>
    """);

using var projects = new ProjectCollection();
var result = BuildManager.DefaultBuildManager.Build(new BuildParameters(projects), new BuildRequestData("copy.proj", new Dictionary<string, string?>(), null, ["Copy"], null));
Console.WriteLine($"build: {result.OverallResult}");
foreach (var way in new[] { "lines", "property" })
{
    var copied = File.ReadAllLines($"{way}.txt");
    Console.WriteLine($@"{way}: \d+ -> {copied[0]}");
    Console.WriteLine($@"{way}: curl \ -> {copied[1]}");
    Console.WriteLine($"{way}: two spaces -> {(copied[2].StartsWith("  -d") ? "two spaces" : copied[2].StartsWith("-d") ? "none" : copied[2])}");
}
PROGRAM
dotnet run > seen.txt
cat seen.txt

grep -qx 'build: Success' seen.txt
for way in lines property; do
    grep -qxF "$way: \\d+ -> /d+" seen.txt
    grep -qxF "$way: curl \\ -> curl /" seen.txt
done
grep -qx 'lines: two spaces -> none' seen.txt
grep -qx 'property: two spaces -> two spaces' seen.txt
