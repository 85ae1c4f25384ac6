using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks;

/// <summary>A year of many account executives, the same on every machine: twenty credits a month each, amounts to the
/// cent, attaining from a third to three times their quota.</summary>
/// <remarks>
/// The plan is the published one for Enterprise in the middle of its bands (550,000 at 45/55, quota 6.5 million,
/// vesting 55/30/15, draw 140,000) with an accelerator of 1.5 from 100% and a cap at 250%. One credit in six is
/// shared. One in eight waits for a second buyer, who comes some months later for three in four of them.
/// </remarks>
internal static class CompBook
{
    /// <summary>The number of people in the benchmarks that are about many.</summary>
    public const int Many = 10_000;

    /// <summary>The credits of a person in a month.</summary>
    public const int CreditsPerMonth = 20;

    /// <summary>The credits of a person in the year.</summary>
    public const int CreditsPerYear = 12 * CreditsPerMonth;

    private const double SmallestAmount = 2_000;
    private const double LargestAmount = 150_000;

    private static readonly int[] SharesInPercent = [50, 60, 65, 75];

    /// <summary>The year of the credits.</summary>
    public static DateSpan Year { get; } = DateSpan.Year(2027);

    /// <summary>The plan of all people in the book.</summary>
    public static CompPlan Plan { get; } = CreatePlan();

    /// <summary>The credits of a person by month: amounts times shares.</summary>
    public static decimal[] Credited(int person) =>
        [.. Bookings(person).Select(booking => booking.Amount * booking.Share)];

    /// <summary>Everything that a person's statements follow from.</summary>
    public static CompLedger Ledger(int person)
    {
        Booking[] bookings = [.. Bookings(person)];
        return CompLedger.Of(
            FormattableString.Invariant($"P-{person}"),
            [CompAssignment.Of(Plan)],
            bookings.Select(Credit).ToValueList(),
            bookings.Where(booking => booking.SecondBuyer is not null)
                .Select(
                    booking => CompEvent.BuyersEngaged(booking.SecondBuyer!.Value, booking.Deal, BuyerEngagement.OT))
                .ToValueList());
    }

    private static CompPlan CreatePlan()
    {
        CompPlan published = PublishedArchitectures.IndustrialIot2027.FindCompPlan("Enterprise AE")!.PlanAt(0.5m);
        return published with
        {
            Components =
            [
                published.Components[0] with
                {
                    Curve = PayoutCurve.Of(Tier.Between(0m, 1m, rate: 1m), Tier.AtLeast(1m, rate: 1.5m)).WithCap(2.5m),
                },
            ],
            Gates = [new CreditGate { Name = "Two buyers", RequiredEngagement = BuyerEngagement.Both }],
            Effective = Year,
        };
    }

    private static IEnumerable<Booking> Bookings(int person)
    {
        var draws = new Draws(20270103 + (ulong)person);
        double size = 0.3 + (2.1 * draws.Fraction());
        for (int i = 0; i < CreditsPerYear; i++)
        {
            LocalDate date = Year.Start.PlusMonths(i / CreditsPerMonth).PlusDays(draws.Below(28));
            double amount = size * SmallestAmount * Math.Pow(LargestAmount / SmallestAmount, draws.Fraction());
            bool waits = draws.OneIn(8);
            yield return new Booking(
                FormattableString.Invariant($"D-{person}-{i}"),
                date,
                RoundingPolicy.Cents.Round((decimal)amount),
                draws.OneIn(6) ? SharesInPercent[draws.Below(SharesInPercent.Length)] / 100m : 1m,
                waits ? BuyerEngagement.IT : BuyerEngagement.Both,
                waits && !draws.OneIn(4) ? date.PlusDays(20 + draws.Below(150)) : null);
        }
    }

    private static CompCredit Credit(Booking booking) => new()
    {
        Deal = booking.Deal,
        Date = booking.Date,
        Measure = CompMeasure.NewArr,
        Amount = booking.Amount,
        Share = booking.Share,
        BuyerEngagement = booking.Buyers,
    };

    private sealed record Booking(
        string Deal,
        LocalDate Date,
        decimal Amount,
        decimal Share,
        BuyerEngagement Buyers,
        LocalDate? SecondBuyer);
}
