using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Agents;

/// <summary>An agent for its loop: the declarations of its attribute, the components that it may call, and what its model is told of them. An endpoint makes it once.</summary>
internal sealed class RunningAgent(ComponentDescriptor component, AgentDefinition definition, AgentDirectory directory)
{
    private readonly ConcurrentDictionary<JsonTypeInfo, object> _answers = new(ReferenceEqualityComparer.Instance);
    private ToolSet? _tools;

    public ComponentDescriptor Component => component;

    public AgentDefinition Definition => definition;

    public AgentDirectory Directory => directory;

    public string Name => component.Name;

    /// <summary>The description that other agents choose it by, or <see langword="null"/>.</summary>
    public string? Description => directory.Components.DescriptionOf(component);

    /// <summary>The schema of its input from the manifest, or <see langword="null"/> when it takes a message.</summary>
    public JsonElement? InputSchema => directory.Components.InputSchemaOf(component);

    /// <summary>The tools and handoffs of its attribute.</summary>
    /// <exception cref="NonRetryableException">A name stands for nothing, or for two tools.</exception>
    public ToolSet Tools => _tools ??= ToolSet.Declared(this);

    /// <summary>The form of an answer.</summary>
    public TypedAnswer<T> AnswerOf<T>(JsonTypeInfo<T> type) => (TypedAnswer<T>)_answers.GetOrAdd(type, static type => new TypedAnswer<T>((JsonTypeInfo<T>)type));
}
