using System.Reflection.Metadata;

namespace Agnt5.Architecture.Tests.Reading;

/// <summary>
/// Finds the folder of a type's source in the debug information: by the lines of its methods, or, for types without code such as interfaces and enums, by the document that the compiler then notes
/// for the type itself.
/// </summary>
internal sealed class SourceFolders : IDisposable
{
    // "Type definition documents" of the Portable PDB format.
    private static readonly Guid TypeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly MetadataReaderProvider _file;
    private readonly MetadataReader _symbols;
    private readonly string _project;

    /// <param name="path">The .pdb.</param>
    /// <param name="project">The project's folder as the end of every path to it: <c>/src/Agnt5/</c>.</param>
    public SourceFolders(string path, string project)
    {
        _file = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path));
        _symbols = _file.GetMetadataReader();
        _project = project;
    }

    public string[] Of(MetadataReader metadata, IEnumerable<TypeDefinitionHandle> parts) =>
        [.. parts.SelectMany(part => Documents(metadata, part)).Distinct().Select(FolderOf).OfType<string>().Distinct()];

    public void Dispose() => _file.Dispose();

    private IEnumerable<DocumentHandle> Documents(MetadataReader metadata, TypeDefinitionHandle type)
    {
        foreach (var method in metadata.GetTypeDefinition(type).GetMethods())
        {
            var lines = _symbols.GetMethodDebugInformation(method.ToDebugInformationHandle());
            if (!lines.Document.IsNil)
                yield return lines.Document;
            else if (!lines.SequencePointsBlob.IsNil)
                foreach (var point in lines.GetSequencePoints())
                    yield return point.Document;
        }

        foreach (var handle in _symbols.GetCustomDebugInformation(type))
        {
            var information = _symbols.GetCustomDebugInformation(handle);
            if (_symbols.GetGuid(information.Kind) != TypeDocuments)
                continue;
            var documents = _symbols.GetBlobReader(information.Value);
            while (documents.RemainingBytes > 0)
                yield return System.Reflection.Metadata.Ecma335.MetadataTokens.DocumentHandle(documents.ReadCompressedInteger());
        }
    }

    // null for what is generated while the project is built.
    private string? FolderOf(DocumentHandle document)
    {
        var path = _symbols.GetString(_symbols.GetDocument(document).Name).Replace('\\', '/');
        var start = path.LastIndexOf(_project, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var parts = path[(start + _project.Length)..].Split('/');
        return parts is ["obj", ..] ? null : parts.Length > 1 ? parts[0] : "";
    }
}
