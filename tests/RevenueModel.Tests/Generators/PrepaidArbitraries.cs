using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Generates prepaid credits with few priorities and days, so that ties occur.</summary>
public static class PrepaidArbitraries
{
    internal static readonly LocalDate First = new(2027, 1, 1);

    private static readonly Gen<decimal> Balances = Gen.Frequency(
        (1, Gen.Constant(0m)), (3, Gen.Choose(1, 100).Select(units => (decimal)units)),
        (2, Gen.Choose(1, 100_000).Select(cents => cents / 100m)));

    public static Arbitrary<PrepaidBook> PrepaidBook() => Arb.From(
        from count in Gen.Choose(0, 6)
        from credits in Gen.CollectToArray(Enumerable.Range(1, count), number => CreditGen(number, months: 1))
        from day in Gen.Choose(0, 31)
        select new PrepaidBook(
            credits.ToValueList(), First.PlusDays(day), DateSpan.Months(First, 1)),
        book => Enumerable.Range(0, book.Credits.Count)
            .Select(left => book with { Credits = book.Credits.Where((_, at) => at != left).ToValueList() }));

    /// <summary>A credit in whole units of a hundredth, which starts and ends within some months of
    /// <see cref="First"/>, or not at all.</summary>
    internal static Gen<PrepaidCredit> CreditGen(int number, int months) =>
        from balance in Balances
        from priority in Gen.Elements(0, 0, 1, -1)
        from isAlways in Gen.Elements(false, true)
        from start in Gen.Elements(-40, 0, 0, 1, 14, 31, 45)
        from days in Gen.Frequency(
            (1, Gen.Constant<int?>(null)), (2, Gen.Choose(1, 45 * months).Select(days => (int?)days)))
        from least in Gen.Elements(0m, 0m, 20m)
        from more in Gen.Choose(0, 60)
        from rolls in Gen.Elements(false, true)
        let begin = First.PlusDays(start)
        select new PrepaidCredit
        {
            Id = FormattableString.Invariant($"C{number}"),
            Balance = balance,
            Priority = priority,
            Usable = isAlways
                ? default
                : days is { } length
                ? DateSpan.Between(begin, begin.PlusDays(length))
                : DateSpan.From(begin),
            Rollover = rolls ? RevenueModel.Pricing.Rollover.UpTo(least + more, least) : null,
        };
}
