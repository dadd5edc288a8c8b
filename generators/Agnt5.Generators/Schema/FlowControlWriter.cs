using Agnt5.Generators.Models;
using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>Writes a component's <c>flow_control</c> (protocol section 9), where it has any.</summary>
internal static class FlowControlWriter
{
    public static void Write(EquatableArray<PolicyModel> policies, JsonWriter json)
    {
        if (policies.Count == 0)
            return;

        json.Name("flow_control").StartObject();
        foreach (var policy in policies)
        {
            json.Name(policy.Name);
            if (policy.Value is { } value)
                json.Raw(value);
            else
                WriteFields(policy, json);
        }

        json.EndObject();
    }

    private static void WriteFields(PolicyModel policy, JsonWriter json)
    {
        json.StartObject();
        foreach (var field in policy.Fields)
            json.Name(field.Name).Raw(field.Json);
        json.EndObject();
    }
}
