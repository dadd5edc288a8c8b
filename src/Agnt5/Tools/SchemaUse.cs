namespace Agnt5.Tools;

/// <summary>Who reads a schema that <see cref="ReaderSchema"/> rewrites.</summary>
internal enum SchemaUse
{
    /// <summary>A program that validates: an MCP client. The schema accepts exactly what the manifest's schema accepts.</summary>
    Client,

    /// <summary>A model that writes a tool's arguments. It is told what helps it, and nothing that only spells out the types of .NET.</summary>
    Arguments,

    /// <summary>A model that writes an answer. Its provider demands that each object lists all its members.</summary>
    Answer,
}
