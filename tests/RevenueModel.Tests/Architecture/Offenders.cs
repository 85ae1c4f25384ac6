
namespace RevenueModel.Tests.Architecture;

/// <summary>Asserts that no item breaks a rule, and lists all items that do.</summary>
public static class Offenders
{
    public static void None<T>(IEnumerable<T> offenders)
    {
        List<string> found = [.. offenders.Select(offender => $"{offender}").Distinct()];
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, ["Found, and should not be:", .. found]));
    }
}
