using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>AGT3003: removes <c>Key</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeyTwiceFix)), Shared]
public sealed class KeyTwiceFix() : SuggestionFix(RuleIds.KeyTwice);
