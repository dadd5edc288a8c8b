using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Recording;

/// <summary>What a recording knows of the client that was recorded: the code before it asks for that.</summary>
/// <param name="Provider">The provider's name, or <see langword="null"/>.</param>
/// <param name="Model">The client's model, or <see langword="null"/>.</param>
/// <param name="Form">What it can send.</param>
internal sealed record RecordedClient(string? Provider, string? Model, ClientForm Form)
{
    public static RecordedClient Of(IChatClient client)
    {
        var metadata = client.GetService<ChatClientMetadata>();
        return new(metadata?.ProviderName, metadata?.DefaultModelId, ClientForm.Of(client));
    }

    public static RecordedClient Read(JsonNode client)
    {
        var form = new ClientForm(Flag("takes_contents"), Flag("reads_json"), Flag("takes_tool_mode"));
        return new(client["provider"]?.GetValue<string>(), client["model"]?.GetValue<string>(), form);

        bool Flag(string name) => client[name]!.GetValue<bool>();
    }

    public JsonObject ToJson() => new()
    {
        ["provider"] = Provider,
        ["model"] = Model,
        ["takes_contents"] = Form.TakesContents,
        ["reads_json"] = Form.ReadsJson,
        ["takes_tool_mode"] = Form.TakesToolMode,
    };
}
