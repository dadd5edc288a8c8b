using System.Text.Json;
using Agnt5.Generated;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Testing.Json;

namespace Agnt5.Testing;

/// <summary>The input of a run, before it is JSON. Generated methods make it; by hand, <see cref="Value{T}"/> and <see cref="Json"/> are what you need.</summary>
public abstract class TestInput
{
    private TestInput()
    {
    }

    /// <summary>No input.</summary>
    public static TestInput None { get; } = new JsonInput(TestJson.Parse("{}"));

    /// <summary>One value that is the whole input.</summary>
    /// <param name="value">The value. It is written by the metadata of the component.</param>
    public static TestInput Value<T>(T value) => new WholeInput<T>(value);

    /// <summary>The parameters of a component that takes several, or a simple one.</summary>
    /// <param name="values">Their values, in the order of the component's parameters.</param>
    public static TestInput Members(params IReadOnlyList<object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new MemberInput(values);
    }

    /// <summary>A message to an agent.</summary>
    /// <param name="message">The message.</param>
    public static TestInput Message(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new MessageInput(message);
    }

    /// <summary>JSON, as it is.</summary>
    /// <param name="json">The input.</param>
    public static TestInput Json(JsonElement json) => new JsonInput(json);

    /// <summary>Writes the input of a component.</summary>
    /// <exception cref="Agnt5TestException">The component takes no such input.</exception>
    internal abstract byte[] Write(ComponentDescriptor? component, ComponentTypes types);

    private sealed class JsonInput(JsonElement json) : TestInput
    {
        internal override byte[] Write(ComponentDescriptor? component, ComponentTypes types) => JsonBytes.Write(json, static (writer, json) => json.WriteTo(writer));
    }

    private sealed class MessageInput(string message) : TestInput
    {
        internal override byte[] Write(ComponentDescriptor? component, ComponentTypes types) => JsonBytes.Write(message, static (writer, message) => writer.WriteStringValue(message));
    }

    private sealed class WholeInput<T>(T value) : TestInput
    {
        internal override byte[] Write(ComponentDescriptor? component, ComponentTypes types) => BoundJson.Write(value, types.Of<T>(component, "the input"));
    }

    private sealed class MemberInput(IReadOnlyList<object?> values) : TestInput
    {
        internal override byte[] Write(ComponentDescriptor? component, ComponentTypes types)
        {
            if (component?.InputType is not { } input)
                throw new Agnt5TestException("The parameters of a component can be given one by one only where its catalog is known. Give its input as JSON.");
            if (input.Properties.Count != values.Count)
                throw new Agnt5TestException($"{component.Name} takes {input.Properties.Count} parameters, and {values.Count} were given. Build the test again: the component has changed.");

            return JsonBytes.Write((values, input, component), static (writer, given) =>
            {
                writer.WriteStartObject();
                for (var i = 0; i < given.values.Count; i++)
                {
                    var property = given.input.Properties[i];
                    writer.WritePropertyName(property.Name);
                    JsonSerializer.Serialize(writer, given.values[i], given.component.JsonOptions.GetTypeInfo(property.PropertyType));
                }

                writer.WriteEndObject();
            });
        }
    }
}
