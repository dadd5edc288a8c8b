using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>AGT3012: keys the runs of events by their payload.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TriggeredKeyFix)), Shared]
public sealed class TriggeredKeyFix() : SuggestionFix(RuleIds.KeyOfDirectRunsAlone);
