using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the methods that start runs of the assembly's components, as extensions of the client. They are found where <c>Agnt5Components</c> is.</summary>
internal static class StubsEmitter
{
    public const string ClassName = "Agnt5Stubs";

    /// <summary>The method that finds JSON metadata. No stub is called like it: stubs have no type parameters.</summary>
    public const string TypeInfo = "TypeInfo";

    // A method of the client itself is called where it fits, whatever an extension is called.
    private static readonly HashSet<string> OfClient = new(StringComparer.Ordinal) { "Find", "FromEnvironment", "Dispose", "Equals", "GetHashCode", "GetType", "ToString", ClassName };

    /// <summary>Writes the class, or returns <see langword="null"/> when there is no component, or no client.</summary>
    public static string? Emit(EquatableArray<StubModel> stubs, Descriptions descriptions, AssemblyModel assembly)
    {
        if (stubs.Count == 0 || !assembly.HasClient)
            return null;
        var source = SourceWriter.File();
        OpenClass(source, ClassName, "Starts runs of this project's AGNT5 components: <c>client.Name(input)</c>.", assembly.IsExecutable ? "internal" : "public", assembly);
        var named = StubNames.Of(stubs, OfClient);
        for (var i = 0; i < named.Count; i++)
        {
            if (i > 0)
                source.Line();
            var stub = new ClientStubEmitter(named[i].Stub, assembly, descriptions, source);
            stub.WriteSubmit(named[i].Name);
            if (named[i].Stub.Item is not { } item)
                continue;
            source.Line();
            stub.WriteStream(StubNames.OfStream(named[i].Name, named), item);
        }

        source.Line();
        source.Line($"private static {JsonTypeInfo}<T> {TypeInfo}<T>() => {GeneratedJson}.TypeInfo<T>(global::{assembly.Namespace}.JsonMetadata.Options);");
        source.Close();
        return source.ToString();
    }

    /// <summary>Opens a class of stubs, where <c>Agnt5Components</c> is, so that the project finds its methods without a <c>using</c>.</summary>
    public static void OpenClass(SourceWriter source, string name, string summary, string visibility, AssemblyModel assembly)
    {
        source.Line($"global using static global::{(assembly.ComponentsNamespace.Length > 0 ? assembly.ComponentsNamespace + "." : "")}{name};");
        source.Line();
        if (assembly.ComponentsNamespace.Length > 0)
        {
            source.Line($"namespace {assembly.ComponentsNamespace};");
            source.Line();
        }

        source.Line($"/// <summary>{summary}</summary>");
        source.Open($"{visibility} static class {name}");
    }
}
