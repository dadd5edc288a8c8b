using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>AGT3004: writes the key expression that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeyExpressionFix)), Shared]
public sealed class KeyExpressionFix() : SuggestionFix(RuleIds.UnresolvedKeyExpression);
