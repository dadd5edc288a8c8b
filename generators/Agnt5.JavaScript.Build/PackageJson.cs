using System.Text.RegularExpressions;

namespace Agnt5.JavaScript.Build;

/// <summary>The <c>package.json</c> of an npm package folder.</summary>
internal static class PackageJson
{
    /// <summary>The member by which a later publish knows a folder as its own.</summary>
    public static readonly Regex Mark = new("\"agnt5\"\\s*:\\s*\\{\\s*\"host\"");

    // The versions that load ES modules by require, too.
    private const string Node = "^20.19.0 || >=22.12.0";

    /// <param name="name">The package's name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="license">Its licence, or nothing.</param>
    /// <param name="host">The kind of host: <c>node</c>, <c>web</c>, <c>workers</c>.</param>
    /// <param name="files">All files of the package, by their paths in it.</param>
    public static string Describe(string name, string version, string license, string host, ISet<string> files)
    {
        List<KeyValuePair<string, object>> members =
        [
            new("name", name),
            new("version", version),
            new("description", "Components of AGNT5, written in C#, for JavaScript hosts"),
        ];
        if (license.Length > 0)
            members.Add(new("license", license));
        members.AddRange(
        [
            new("type", "module"),
            new("main", "./index.js"),
            new("types", "./index.d.ts"),
            new("exports", Exports(files)),
            new("engines", Members(new KeyValuePair<string, object>("node", Node))),
            new("files", Shipped(files)),
            new("agnt5", Members(new KeyValuePair<string, object>("host", host))),
        ]);
        return JsonText.Of(members) + "\n";
    }

    // npm takes package.json and the README by itself.
    private static IEnumerable<string> Shipped(IEnumerable<string> files) =>
        files.Select(static file => file.Split('/')[0]).Where(static file => file is not ("package.json" or "README.md")).Distinct().OrderBy(static file => file, StringComparer.Ordinal);

    // The modules beside package.json: index.js is the package itself, next-config.js is next/config.
    private static IReadOnlyList<KeyValuePair<string, object>> Exports(ISet<string> files) =>
    [
        .. from file in files
           where file.EndsWith(".js", StringComparison.Ordinal) && !file.Contains('/')
           let module = file.Substring(0, file.Length - ".js".Length)
           orderby module == "index" ? "" : module
           select new KeyValuePair<string, object>(module == "index" ? "." : "./" + module.Replace('-', '/'), Conditions(module, files)),
        new("./agnt5.manifest.json", "./agnt5.manifest.json"),
        new("./package.json", "./package.json"),
    ];

    // Types first: the first condition that fits is taken.
    private static IReadOnlyList<KeyValuePair<string, object>> Conditions(string module, ISet<string> files) =>
        files.Contains($"{module}.d.ts") ? [new("types", $"./{module}.d.ts"), new("default", $"./{module}.js")] : [new("default", $"./{module}.js")];

    private static IReadOnlyList<KeyValuePair<string, object>> Members(params KeyValuePair<string, object>[] members) => members;
}
