using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>AGT3007: writes the schedule that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CronFix)), Shared]
public sealed class CronFix() : SuggestionFix(RuleIds.InvalidCron);
