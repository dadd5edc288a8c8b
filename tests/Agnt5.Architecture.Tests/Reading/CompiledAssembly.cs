using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Agnt5.Architecture.Tests.Reading;

/// <summary>A compiled assembly. Nested types, lambdas and state machines count as their outermost type.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly SourceFolders _folders;

    public CompiledAssembly(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
        _folders = new SourceFolders(Path.ChangeExtension(path, ".pdb"), $"/src/{name}/");
    }

    /// <summary>The names of the assemblies that it references.</summary>
    public IEnumerable<string> References => _metadata.AssemblyReferences.Select(reference => _metadata.GetString(_metadata.GetAssemblyReference(reference).Name));

    /// <summary>The types that people wrote, each with the types of this assembly that it names.</summary>
    public IEnumerable<(SourceType Type, IReadOnlyList<SourceType> Uses)> Types()
    {
        var parts = _metadata.TypeDefinitions.ToLookup(Outermost);
        var written = parts.Select(type => (Handle: type.Key, Type: Describe(type.Key, type)))
            .Where(static type => type.Type is not null)
            .ToDictionary(static type => type.Handle, static type => type.Type!);
        foreach (var (handle, type) in written)
        {
            var named = new NamedTypes(_file, _metadata);
            foreach (var part in parts[handle])
                named.AddAllOf(part);
            var uses = named.Handles.Select(Outermost).Distinct().Where(used => used != handle && written.ContainsKey(used));
            yield return (type, [.. uses.Select(used => written[used])]);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _folders.Dispose();
    }

    // Types that the compiler or a generator of the framework wrote have no folder.
    private SourceType? Describe(TypeDefinitionHandle outermost, IEnumerable<TypeDefinitionHandle> parts) => _folders.Of(_metadata, parts) is { Length: > 0 } folders
        ? new SourceType(_metadata.GetString(_metadata.GetTypeDefinition(outermost).Name), folders)
        : null;

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle type)
    {
        while (_metadata.GetTypeDefinition(type).GetDeclaringType() is { IsNil: false } declaring)
            type = declaring;
        return type;
    }
}
