using System.Numerics;
using NodaTime;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Oracles.Retention;

/// <summary>
/// Computes bridge, closed cohorts and triangle account by account from subscriptions, one month at a time, and looks
/// up each month by scanning all subscriptions of the account. It shares no code with the library.
/// </summary>
internal sealed class RetentionOracle
{
    private readonly RevenueBook _book;
    private readonly Subscription[] _known;
    private readonly List<YearMonth> _months = [];
    private readonly List<OracleRow> _rows = [];

    public RetentionOracle(RevenueBook book)
    {
        _book = book;
        _known = [.. book.Subscriptions.Where(one => one.Term.Start.ToYearMonth() <= book.AsOf)];
        YearMonth month = _known.Select(one => one.Term.Start.ToYearMonth()).Append(book.AsOf).Min();
        while (month < book.AsOf && _known.All(one => AmountIn(one, month) == 0m))
        {
            month = month.PlusMonths(1);
        }

        for (; month <= book.AsOf; month = month.PlusMonths(1))
        {
            _months.Add(month);
        }

        foreach (var group in _known.GroupBy(one => (Account: MergedInto(one.Account), Key: Key(one))))
        {
            decimal[] amounts = [.. _months.Select(at => group.Sum(one => AmountIn(one, at)))];
            _rows.Add(new OracleRow(Group(group.Key.Account, group.Key.Key), Held(amounts)));
        }
    }

    /// <summary>The groups of the accounts; one without a name if there is no account.</summary>
    public IEnumerable<string?> Groups => _rows.Select(row => row.Group).DefaultIfEmpty().Distinct();

    /// <summary>Returns the lines of the bridge, in any order.</summary>
    public List<ArrBridge> Bridge()
    {
        List<ArrBridge> lines = [];
        foreach (string? group in Groups)
        {
            foreach (BridgePeriod period in Periods())
            {
                var movements = new OracleMovements();
                foreach (OracleRow row in _rows.Where(row => row.Group == group))
                {
                    int first = _months.IndexOf(period.First);
                    int last = _months.IndexOf(period.Last);
                    movements.Open(row.Before(first));
                    if (_book.Options.Basis == BridgeBasis.PeriodEnds)
                    {
                        movements.Move(row, first, last, _book.Options);
                        continue;
                    }

                    for (int at = first; at <= last; at++)
                    {
                        movements.Move(row, at, at, _book.Options);
                    }
                }

                lines.Add(movements.ToLine(period, group));
            }
        }

        return lines;
    }

    /// <summary>Returns the closed cohorts, in any order.</summary>
    public List<RetentionTotals> Windows() =>
    [
        .. from period in Periods()
           let end = _months.IndexOf(period.Last)
           let start = end - _book.Options.WindowMonths
           where start >= 0
           from @group in Groups
           let rows = _rows.Where(row => row.Group == @group && row.Amounts[start] > 0m).ToList()
           select new RetentionTotals
           {
               From = _months[start],
               Through = _months[end],
               Group = @group,
               Opening = rows.Sum(row => row.Amounts[start]),
               Ending = rows.Sum(row => row.Amounts[end]),
               GrossEnding = rows.Sum(row => Math.Min(row.Amounts[start], row.Amounts[end])),
               OpeningCount = rows.Count,
               RetainedCount = rows.Count(row => row.Amounts[end] > 0m),
               ExpandedCount = rows.Count(row => row.Amounts[end] > row.Amounts[start]),
               ContractedCount =
                   rows.Count(row => row.Amounts[end] > 0m && row.Amounts[end] < row.Amounts[start]),
           },
    ];

    /// <summary>Returns a text for each cell of the triangles: group, start, age, revenue, accounts.</summary>
    public List<string> Cells()
    {
        BridgePeriod[] periods = [.. Periods().Where(IsWhole)];
        List<string> cells = [];
        foreach (string? group in Groups)
        {
            for (int start = 0; start < periods.Length; start++)
            {
                OracleRow[] cohort =
                [
                    .. _rows.Where(row => row.Group == group && row.First >= 0
                        && _months[row.First] >= periods[start].First && _months[row.First] <= periods[start].Last),
                ];
                for (int age = 0; start + age < periods.Length; age++)
                {
                    int at = _months.IndexOf(periods[start + age].Last);
                    cells.Add(Cell(
                        group,
                        periods[start].Name,
                        age,
                        cohort.Length,
                        cohort.Sum(row => row.Amounts[at]),
                        cohort.Count(row => row.Amounts[at] > 0m)));
                }
            }
        }

        return cells;
    }

    /// <summary>Returns the text of a cell.</summary>
    public static string Cell(string? group, string start, int age, long started, decimal amount, long logos) =>
        FormattableString.Invariant($"{group} {start} +{age}: {started}, {amount:0.############}, {logos}");

    private static decimal Normalized(decimal amount, Subscription subscription, RevenueRules rules)
    {
        bool spread = rules.FreePeriods == FreePeriodTreatment.Spread && !subscription.FreePeriods.IsEmpty;
        int perYear = subscription.Interval.IsInWeeks ? 52 : 12;
        int[] bits = decimal.GetBits(amount);
        BigInteger numerator = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        numerator *= perYear;
        BigInteger denominator = BigInteger.Pow(10, amount.Scale) * subscription.Interval.Count
            * (rules.Measure == RecurringMeasure.Mrr ? 12 : 1);
        if (spread)
        {
            bool IsFree(int day) => subscription.FreePeriods.Any(
                span => span.Contains(subscription.Term.Start.PlusDays(day)));
            int days = Period.DaysBetween(subscription.Term.Start, subscription.Term.End!.Value);
            numerator *= Enumerable.Range(0, days).Count(day => !IsFree(day));
            denominator *= days;
        }

        for (int digits = 0; digits <= 20; digits++)
        {
            if (numerator * BigInteger.Pow(10, digits) % denominator == 0)
            {
                return (decimal)(numerator * BigInteger.Pow(10, digits) / denominator)
                    / (decimal)BigInteger.Pow(10, digits);
            }
        }

        return (decimal)(((numerator * 200) + denominator) / (2 * denominator)) / 100m;
    }

    private LocalDate? EndOf(Subscription one) =>
        _book.Rules.ChurnDate == ChurnDate.NoticeGiven && one.NoticeGiven is { } notice
            && (one.Term.End is not { } end || notice < end)
            ? notice
            : one.Term.End;

    private decimal AmountIn(Subscription one, YearMonth month)
    {
        LocalDate day = month.PlusMonths(1).OnDayOfMonth(1).PlusDays(-1);
        if (day < one.Term.Start || day >= EndOf(one))
        {
            return 0m;
        }

        if (_book.Rules.Pauses == PauseTreatment.Removed && one.Pauses.Any(span => span.Contains(day)))
        {
            return 0m;
        }

        if (_book.Rules.FreePeriods == FreePeriodTreatment.FromFirstPaidDay
            && one.FreePeriods.Any(span => span.Start == one.Term.Start && span.Contains(day)))
        {
            return 0m;
        }

        decimal amount = one.Amount;
        SubscriptionDiscount[] discounts = _book.Rules.Discounts switch
        {
            DiscountTreatment.Ignored => [],
            DiscountTreatment.PermanentOnly =>
                [.. one.Discounts.Where(discount => discount.Span.Start <= one.Term.Start
                    && (discount.Span.End is not { } last || (one.Term.End is { } term && last >= term)))],
            _ => [.. one.Discounts.Where(discount => discount.Span.Contains(day))],
        };
        foreach (SubscriptionDiscount discount in discounts)
        {
            amount -= amount * discount.PercentOff;
        }

        return Normalized(amount - discounts.Sum(discount => discount.AmountOff), one, _book.Rules);
    }

    private decimal[] Held(decimal[] amounts)
    {
        if (_book.Options.Lapse == LapseTreatment.Churned)
        {
            return amounts;
        }

        decimal[] held = [.. amounts];
        for (int at = 0; at < amounts.Length; at++)
        {
            for (int back = 1; held[at] == 0m && back <= Math.Min(at, _book.Options.GraceMonths); back++)
            {
                held[at] = amounts[at - back];
            }
        }

        return held;
    }

    private string MergedInto(string account)
    {
        while (_book.Rules.Mergers.FirstOrDefault(merger => merger.Account == account) is { } found)
        {
            account = found.Into;
        }

        return account;
    }

    private string? Key(Subscription one) => _book.Options.GroupBy switch
    {
        RevenueDimension.Product => one.Product,
        RevenueDimension.Site => one.Site,
        _ => null,
    };

    // An account that was merged into another one does not give it a segment.
    private string? Group(string account, string? key) => _book.Options.GroupBy == RevenueDimension.Segment
        ? _known.FirstOrDefault(one => one.Account == account && one.Segment is not null)?.Segment
        : key;

    private IEnumerable<BridgePeriod> Periods() =>
        from month in _months
        group month by Name(month) into period
        select new BridgePeriod(period.Key, period.First(), period.Last());

    private bool IsWhole(BridgePeriod period) => Name(period.Last) != Name(period.Last.PlusMonths(1));

    private string Name(YearMonth month)
    {
        int start = _book.Options.Calendar.StartMonth;
        int year = start > 1 && month.Month >= start ? month.Year + 1 : month.Year;
        int quarter = ((month.Month - start + 12) % 12 / 3) + 1;
        return _book.Options.Interval switch
        {
            ReportInterval.Month => $"{month.Year:0000}-{month.Month:00}",
            ReportInterval.Quarter => $"{year:0000}-Q{quarter}",
            _ => $"FY{year:0000}",
        };
    }
}
