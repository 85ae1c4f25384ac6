using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Oracles.Retention;

/// <summary>Compares an analysis of the library with the oracle, line by line.</summary>
internal static class RetentionComparison
{
    public static void AssertSame(RevenueBook book)
    {
        var oracle = new RetentionOracle(book);
        RetentionAnalysis analysis = RetentionAnalysisCalculator.Measure(book.History(), book.Options);
        AssertSame(oracle.Bridge(), analysis.Bridge, line => $"{line.Period.Name} {line.Group}");
        AssertSame(oracle.Windows(), analysis.Windows, line => $"{line.Through:uuuu-MM} {line.Group}");
        Offenders.None(
            oracle.Cells().Except(Cells(analysis.Triangles)).Concat(Cells(analysis.Triangles).Except(oracle.Cells())));
    }

    private static void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> actual, Func<T, string> key)
    {
        T[] one = [.. expected.OrderBy(key, StringComparer.Ordinal)];
        T[] two = [.. actual.OrderBy(key, StringComparer.Ordinal)];
        Assert.Equal(one.Length, two.Length);
        Offenders.None(
            from pair in one.Zip(two)
            where !Equals(pair.First, pair.Second)
            select $"expected {pair.First}\nwas      {pair.Second}");
    }

    private static IEnumerable<string> Cells(ValueList<CohortTriangle> triangles) =>
        from triangle in triangles
        from cohort in triangle.Cohorts
        from age in Enumerable.Range(0, cohort.AgeCount)
        select RetentionOracle.Cell(
            triangle.Group, cohort.Start.Name, age, cohort.StartedCount, cohort.Amounts[age], cohort.Logos[age]);
}
