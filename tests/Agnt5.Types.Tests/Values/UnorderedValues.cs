namespace Agnt5.Types.Tests.Values;

/// <summary>The components whose values are in the order of hash codes, which is another one in each process.</summary>
internal static class UnorderedValues
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "concurrent_dictionary_of_int", "immutable_dictionary_of_people", "immutable_dictionary_interface", "immutable_hash_set_of_text", "immutable_set_interface", "frozen_set_of_int",
        "frozen_dictionary_of_int", "frozen_dictionary_of_sets", "shelf",
    ];
}
