namespace Agnt5.Json;

/// <summary>How the values of an enum look in JSON.</summary>
internal interface IEnumForm
{
    /// <summary>Whether values are numbers, and not names.</summary>
    bool IsNumber { get; }

    /// <summary>What is expected, in the words of an input error.</summary>
    string Expectation { get; }
}
