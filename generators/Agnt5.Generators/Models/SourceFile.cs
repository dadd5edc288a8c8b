using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>A model that becomes a separate file.</summary>
/// <param name="HintName">The file's name. No other file has it, in upper or lower case.</param>
internal sealed record SourceFile<T>(string HintName, T Model);

/// <summary>The source of an object type's file.</summary>
/// <param name="Writer">Its writer, or <see langword="null"/> when the serializer writes it.</param>
internal sealed record ObjectFileModel(ObjectModel Type, WriterModel? Writer);
