namespace Agnt5.Types.Tests.Values;

/// <summary>The components whose values reflection loses, and why. Entries without a loss must be removed.</summary>
internal static class ValueDifferences
{
    private const string Struct = "System.Text.Json constructs a struct without its constructor, and loses what only that sets.";
    private const string Stack = "System.Text.Json turns a stack upside down when it reads it.";
    private const string NotRead = "System.Text.Json writes the collection and cannot read it.";
    private const string Tuple = "System.Text.Json leaves fields out, and so everything that is in a tuple.";
    private const string Converter = "A converter on an enum type wins over string enums; among the options of reflection those come first.";

    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["money"] = Struct,
        ["structs"] = Struct,
        ["stack_of_int"] = Stack,
        ["stack_of_people"] = Stack,
        ["list_of_stacks"] = Stack,
        ["concurrent_stack_of_int"] = Stack,
        ["immutable_stack_of_int"] = Stack,
        ["shelf"] = Stack,
        ["frozen_set_of_int"] = NotRead,
        ["frozen_dictionary_of_int"] = NotRead,
        ["frozen_dictionary_of_sets"] = NotRead,
        ["read_only_collection_of_int"] = NotRead,
        ["read_only_dictionary_class"] = NotRead,
        ["read_only_set_interface"] = NotRead,
        ["filled"] = "System.Text.Json leaves a collection without a setter as it was.",
        ["named_tuple"] = Tuple,
        ["plain_tuple"] = Tuple,
        ["long_tuple"] = Tuple,
        ["tuples"] = Tuple,
        ["numbered"] = Converter,
        ["named_enums"] = Converter,
        ["with_json_object"] = "System.Text.Json writes extension data in a JsonObject as unsound JSON.",
    };
}
