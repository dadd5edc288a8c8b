namespace Agnt5.Shared;

/// <summary>What members and parameters are called in JSON.</summary>
internal static class JsonNames
{
    /// <summary>The name in camelCase, as System.Text.Json's policy of that name makes it: <c>URLPath</c> is <c>urlPath</c>.</summary>
    public static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
            return name;

        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 1 && !char.IsUpper(characters[i]))
                break;
            if (i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]))
                break;
            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }
}
