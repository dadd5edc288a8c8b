using System.Text.Json.Serialization;

namespace Agnt5.Testing;

/// <summary>How answers with several options are written.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class AnswerJson : JsonSerializerContext;
