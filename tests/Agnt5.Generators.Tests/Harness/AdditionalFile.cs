using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>A file that the build gives to the compiler. It counts how often it is read.</summary>
internal sealed class AdditionalFile(string content, string? documentedAssembly) : AdditionalText
{
    /// <summary>The metadata that the package's targets write for the XML file of a reference.</summary>
    public string? DocumentedAssembly => documentedAssembly;

    public int Reads { get; private set; }

    public override string Path => $"/packages/{documentedAssembly ?? "notes"}.xml";

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Reads++;
        return SourceText.From(content, Encoding.UTF8);
    }
}
