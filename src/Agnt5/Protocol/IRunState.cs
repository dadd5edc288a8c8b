using System.Text.Json;

namespace Agnt5.Protocol;

/// <summary>What a response holds of its run, besides the output: the checkpoint and the events (protocol section 5).</summary>
internal interface IRunState
{
    /// <summary>Writes it as members of the response's object.</summary>
    void WriteTo(Utf8JsonWriter writer);
}
