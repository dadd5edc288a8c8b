#!/usr/bin/env bash
# What: NCrontab 3.4.0 takes the cron range 22-2 in the hours for 2-22 and says nothing. So "0 22-2 * * *", a job for the night, runs at every hour of the day and not at 23, 0 and 1. Cronos 0.13.0
# takes the same text for 22, 23, 0, 1 and 2; croner 11.0.1 and cron-parser 5.10.6 for JavaScript refuse it.
# Why it matters: the text is a valid schedule to both .NET libraries, and they share two of its hours. A schedule that moves from one scheduler to another has to be checked by its times.
# Seen: "NCrontab: 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22", "Cronos: 0 1 2 22 23", "croner: refused", "cron-parser: refused".
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="NCrontab" Version="[3.4.0]" /><PackageReference Include="Cronos" Version="[0.13.0]" /></ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
const string Night = "0 22-2 * * *";
var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

var ncrontab = NCrontab.CrontabSchedule.Parse(Night).GetNextOccurrences(day.AddSeconds(-1), day.AddDays(1));
Console.WriteLine($"NCrontab: {string.Join(' ', ncrontab.Select(static time => time.Hour))}");
var cronos = Cronos.CronExpression.Parse(Night).GetOccurrences(day, day.AddDays(1));
Console.WriteLine($"Cronos: {string.Join(' ', cronos.Select(static time => time.Hour))}");
PROGRAM
dotnet run > seen.txt

npm init -y > npm.txt && npm install --no-audit --no-fund croner@11.0.1 cron-parser@5.10.6 >> npm.txt
cat > finding.mjs <<'SCRIPT'
import { Cron } from 'croner';
import parser from 'cron-parser';

for (const [name, parse] of [['croner', text => new Cron(text)], ['cron-parser', text => parser.CronExpressionParser.parse(text)]]) {
  try {
    parse('0 22-2 * * *');
    console.log(`${name}: accepted`);
  } catch {
    console.log(`${name}: refused`);
  }
}
SCRIPT
node finding.mjs >> seen.txt
cat seen.txt

grep -qx 'NCrontab: 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22' seen.txt
grep -qx 'Cronos: 0 1 2 22 23' seen.txt
grep -qx 'croner: refused' seen.txt
grep -qx 'cron-parser: refused' seen.txt
