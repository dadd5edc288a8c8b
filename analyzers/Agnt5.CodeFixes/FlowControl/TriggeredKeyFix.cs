using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>AGT3012: writes the key expression that leads into an event's payload.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TriggeredKeyFix)), Shared]
public sealed class TriggeredKeyFix() : SuggestionFix(RuleIds.KeyOfDirectRunsAlone);
