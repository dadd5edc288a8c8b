using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>AGT3002: writes the nearest value in range, or keeps one of two equal periods.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ValueRangeFix)), Shared]
public sealed class ValueRangeFix() : SuggestionFix(RuleIds.ValueOutOfRange);
