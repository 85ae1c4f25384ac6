
namespace RevenueModel.Tests.Architecture;

/// <summary>Asserts a rule by what breaks it, and names all of that in full.</summary>
public static class Offenders
{
    public static void None<T>(IEnumerable<T> offenders)
    {
        List<string> found = [.. offenders.Select(offender => $"{offender}").Distinct()];
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, ["Found, and should not be:", .. found]));
    }
}
