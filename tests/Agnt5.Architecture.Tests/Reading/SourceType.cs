namespace Agnt5.Architecture.Tests.Reading;

/// <summary>A type and the folder of its source.</summary>
/// <param name="Name">Its name in metadata, without a namespace.</param>
/// <param name="Folders">The first folders of its files, seen from the project's; <c>""</c> for the project's own. A type that stands in one room has one.</param>
internal sealed record SourceType(string Name, string[] Folders)
{
    public string Folder => Folders[0];
}
