using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>A model that becomes a file of its own.</summary>
/// <param name="HintName">The file's name, which no other file has in any spelling.</param>
internal sealed record SourceFile<T>(string HintName, T Model);

/// <summary>What the file of an object type is written from.</summary>
/// <param name="Writer">Its writer, or <see langword="null"/> when the serializer writes it.</param>
internal sealed record ObjectFileModel(ObjectModel Type, WriterModel? Writer);
