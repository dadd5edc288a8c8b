namespace Agnt5.Json;

/// <summary>How the values of an enum look in JSON.</summary>
internal interface IEnumForm
{
    /// <summary>What is expected of a value, in the words of an input error.</summary>
    string Expectation { get; }

    /// <summary>What is expected of a key of a dictionary.</summary>
    string KeyExpectation { get; }

    /// <summary>Whether a name is a key of a dictionary.</summary>
    bool IsKey(string name);
}
