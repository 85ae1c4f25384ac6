using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>Rules on the coverage, rates and cycle of a segment.</summary>
internal static class CoverageRules
{
    private const int LongestCycle = 1_200;

    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        foreach (Segment segment in architecture.Segmentation.Segments)
        {
            AddCloseRate(checks, segment);
            AddAttainment(checks, segment);
            AddStage2(checks, segment);
            AddDays(checks, segment);
        }
    }

    private static void AddCloseRate(CheckList checks, Segment segment)
    {
        decimal least = segment.WinRate.Max ?? 1m;
        checks.Add(
            ConsistencyRule.CloseRate,
            segment.Name,
            BandMath.Holds(segment.Stage2ToCloseRate >= least),
            [
                CloseRateOf(segment),
                Figures.Printed("win rate", segment.WinRate, FigureUnit.Percent, segment.Citation),
            ],
            [Figures.Implied("close rate from stage 2 at least", least, FigureUnit.Percent, "{1:high}")]);
    }

    private static void AddAttainment(CheckList checks, Segment segment)
    {
        AddAttainment(checks, segment, segment.CoverageTarget, segment.Name, "coverage target");
        if (segment.CoverageTargetAtStage2 is { } atStage2)
        {
            AddAttainment(
                checks, segment, atStage2, segment.Name + ", from stage 2", "coverage target at stage 2");
        }
    }

    private static void AddAttainment(
        CheckList checks, Segment segment, decimal coverage, string subject, string name)
    {
        if (BandMath.Try(() => coverage * segment.Stage2ToCloseRate) is { } attainment)
        {
            checks.Add(
                ConsistencyRule.CoverageTimesCloseRate,
                subject,
                BandMath.Holds(attainment >= 1m),
                [Figures.Printed(name, coverage, FigureUnit.Multiple, segment.Citation), CloseRateOf(segment)],
                [Figures.Implied("share of quota closed", attainment, FigureUnit.Percent, "{0} × {1}")]);
        }
    }

    private static void AddStage2(CheckList checks, Segment segment)
    {
        if (segment.CoverageTargetAtStage2 is { } atStage2
            && BandMath.Try(() => atStage2 / segment.CoverageTarget) is { } share)
        {
            checks.Add(
                ConsistencyRule.Stage2Share,
                segment.Name,
                share > 1m ? ConsistencyVerdict.Contradicts : ConsistencyVerdict.Note,
                [
                    Figures.Printed(
                        "coverage target at stage 2", atStage2, FigureUnit.Multiple, segment.Citation),
                    Figures.Printed(
                        "coverage target", segment.CoverageTarget, FigureUnit.Multiple, segment.Citation),
                ],
                [Figures.Implied("share of pipeline in stage 2 or later", share, FigureUnit.Percent, "{0} / {1}")]);
        }
    }

    private static void AddDays(CheckList checks, Segment segment)
    {
        Band<int> months = segment.CycleMonths;
        Band<int> days = segment.CycleDays;
        if ((months.Max ?? months.Min) is < 1 or > LongestCycle || months.IsOpen != days.IsOpen)
        {
            return;
        }

        Band<decimal> least = DaysOf(months.Min);
        Band<decimal> most = DaysOf(months.Max ?? months.Min);
        bool isCalendar = least.Contains(days.Min) && most.Contains(days.Max ?? days.Min);
        Band<decimal> perMonth = months.Min == 0
            ? Figures.Single((decimal)days.Max.GetValueOrDefault() / months.Max.GetValueOrDefault())
            : BandMath.Ordered(
                (decimal)days.Min / months.Min, (decimal)(days.Max ?? days.Min) / (months.Max ?? months.Min));
        bool isThirty = perMonth == Figures.Single(30m) && (months.Min > 0 || days.Min == 0);
        checks.Add(
            ConsistencyRule.DaysOfMonths,
            segment.Name,
            isCalendar ? ConsistencyVerdict.Agrees
                : isThirty ? ConsistencyVerdict.AgreesRounded
                : ConsistencyVerdict.Contradicts,
            [
                Figures.Printed("cycle", Figures.Of(months), FigureUnit.Months, segment.Citation),
                Figures.Printed("cycle", Figures.Of(days), FigureUnit.Days, segment.Citation),
            ],
            [
                Figures.Implied("days per month", perMonth, FigureUnit.Number, "{1} / {0}"),
                Figures.Implied("days at the low end", least, FigureUnit.Days, "calendar days of {0:low}"),
                Figures.Implied("days at the high end", most, FigureUnit.Days, "calendar days of {0:high}"),
            ]);
    }

    // The shortest and the longest run of whole calendar months that starts in four years, one of them a leap year.
    private static Band<decimal> DaysOf(int months)
    {
        var first = new LocalDate(2025, 1, 1);
        int shortest = int.MaxValue;
        int longest = 0;
        for (int start = 0; start < 48; start++)
        {
            LocalDate from = first.PlusMonths(start);
            int days = Period.DaysBetween(from, from.PlusMonths(months));
            shortest = Math.Min(shortest, days);
            longest = Math.Max(longest, days);
        }

        return Band.Between((decimal)shortest, longest);
    }

    private static PrintedFigure CloseRateOf(Segment segment) => Figures.Printed(
        "close rate from stage 2", segment.Stage2ToCloseRate, FigureUnit.Percent, segment.Citation);
}
