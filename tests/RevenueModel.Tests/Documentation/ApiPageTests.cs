using System.Reflection;
using System.Text.RegularExpressions;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>Each call on the page of calls exists, in the stated namespace.</summary>
public partial class ApiPageTests
{
    [Fact]
    public void EachCallOnThePageExistsInItsNamespace()
    {
        List<string> missing = [];
        ILookup<string, Type> types = Repository.Packages
            .SelectMany(package => Assembly.Load(package).GetExportedTypes())
            .ToLookup(type => type.Name.Split('`')[0], StringComparer.Ordinal);
        foreach (string row in File.ReadLines(Repository.PathOf("docs", "api.md")).Where(line =>
            line.StartsWith("| ", StringComparison.Ordinal)))
        {
            string[] cells = row.Split('|');
            Type? type = null;
            foreach (Match call in Call().Matches(cells[2]))
            {
                if (call.Groups["type"].Success)
                {
                    string name = call.Groups["type"].Value;

                    // The class that creates a generic type has its name and the calls.
                    type = types[name].OrderBy(found => found.IsGenericType).FirstOrDefault(found =>
                        cells[3].Contains(
                            $"`{found.Namespace![(found.Namespace!.IndexOf('.', StringComparison.Ordinal) + 1)..]}`",
                            StringComparison.Ordinal)
                        || cells[3].Contains($"`{found.Namespace}`", StringComparison.Ordinal));
                }

                if (type?.GetMember(call.Groups["member"].Value).Length is null or 0)
                {
                    missing.Add($"{call.Value} in the row {row}");
                }
            }
        }

        Offenders.None(missing);
    }

    [GeneratedRegex(@"`(?<type>\w+)?\.(?<member>\w+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();
}
