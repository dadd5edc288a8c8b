using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>AGT3008: writes the name that was meant, or leaves an id to AGNT5.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TriggerFix)), Shared]
public sealed class TriggerFix() : SuggestionFix(RuleIds.InvalidTrigger);
