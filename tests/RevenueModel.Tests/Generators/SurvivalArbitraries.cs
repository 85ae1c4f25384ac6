using FsCheck;
using FsCheck.Fluent;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Tests.Generators;

/// <summary>Generates subjects of survival estimates; most times are shared, so that ties are frequent.</summary>
public static class SurvivalArbitraries
{
    public static Arbitrary<SurvivalBook> SurvivalBook() => Arb.From(
        from subjects in Subject().NonEmptyListOf()
        select new SurvivalBook(subjects.ToValueList()),
        book => Enumerable.Range(0, book.Subjects.Count)
            .Where(_ => book.Subjects.Count > 1)
            .Select(i => new SurvivalBook(book.Subjects.Where((_, at) => at != i).ToValueList())));

    private static Gen<SurvivalSubject> Subject() =>
        from time in Gen.Frequency((4, Gen.Choose(0, 8)), (1, Gen.Choose(0, 40)))
        from part in Gen.Elements(0m, 0m, 0m, 0.5m)
        from cause in Gen.Choose(0, 3)
        from entry in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 6)))
        from weight in Gen.Elements(1m, 1m, 1m, 2m, 3m, 0.25m)
        select new SurvivalSubject
        {
            Time = time + part,
            Cause = cause,
            Entry = entry < time ? entry : 0,
            Weight = weight,
        };
}
