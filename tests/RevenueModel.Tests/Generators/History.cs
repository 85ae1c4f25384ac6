using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Generators;

/// <summary>The facts of an account: its terms, what changes midway, and usage day by day, so that any period of it
/// can be cut at any day.</summary>
public sealed record History
{
    private Tuple<History, List<HistoryPart>>? _parts;

    public required PricePlan Plan { get; init; }

    public Currency Currency { get; init; } = Currency.Usd;

    public required LocalDate Start { get; init; }

    public BillingCycle Cycle { get; init; } = BillingCycle.Monthly;

    public InvoiceRounding Rounding { get; init; } = InvoiceRounding.Default;

    public decimal TaxRate { get; init; }

    /// <summary>Gets the requested changes in the order in which they are recorded.</summary>
    public ValueList<HistoryChange> Changes { get; init; }

    public ContractEnd? End { get; init; }

    public ValueList<PrepaidCredit> Credits { get; init; }

    public ValueList<CarriedAllowance> Carried { get; init; }

    public ValueList<MeterSeries> Recent { get; init; }

    public decimal SpentInYear { get; init; }

    /// <summary>Gets the quantities of each meter on each day, from the first of the contract.</summary>
    public ValueList<MeterSeries> Usage { get; init; }

    /// <summary>Gets the number of periods that are billed, at most.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>Gets the facts that become known late.</summary>
    public ValueList<HistoryLateFact> Late { get; init; }

    /// <summary>Gets the number that the history is made from, to make it again.</summary>
    public int Seed { get; init; }

    /// <summary>The account with all changes recorded from the start.</summary>
    public BillingAccount Account() => With(Bare());

    /// <summary>The account before any change.</summary>
    public BillingAccount Bare() => new()
    {
        Customer = "Acme",
        Plan = Plan,
        Currency = Currency,
        ContractStart = Start,
        Cycle = Cycle,
        Rounding = Rounding,
        TaxRate = TaxRate,
        Credits = Credits,
        Carried = Carried,
        RecentUsage = Recent,
        SpentInContractYear = SpentInYear,
    };

    /// <summary>The account with the changes and the end of the contract.</summary>
    public BillingAccount With(BillingAccount account)
    {
        foreach (HistoryChange change in Changes)
        {
            account = account.ChangePlan(change.Plan, change.On, change.Convention);
        }

        return End is { } end ? account.EndContract(end.On, end.TrueUp, end.Fee) : account;
    }

    /// <summary>The meters that the plans in force on some days bill.</summary>
    public IEnumerable<string> Meters(LocalDate from, LocalDate to) => Parts()
        .Where(part => part.From < to && part.To > from)
        .SelectMany(part => part.Plan.Meters.AsEnumerable())
        .Distinct();

    /// <summary>The quantity of a meter on those of some days on which the plan in force bills it.</summary>
    public decimal Quantity(string meter, LocalDate from, LocalDate to)
    {
        MeterSeries? series = Usage.FirstOrDefault(one => one.Meter == meter);
        decimal sum = 0m;
        foreach (HistoryPart part in Parts().Where(part => series is not null && part.Plan.Meters.Contains(meter)))
        {
            LocalDate last = LocalDate.Min(part.To, to);
            for (LocalDate day = LocalDate.Max(part.From, from); day < last; day = day.PlusDays(1))
            {
                int at = Period.DaysBetween(Start, day);
                sum += at < series!.Quantities.Count ? series.Quantities[at] : 0m;
            }
        }

        return sum;
    }

    // Created on first use; a copy by "with" creates its own.
    private List<HistoryPart> Parts()
    {
        if (_parts is null || !ReferenceEquals(_parts.Item1, this))
        {
            var calendar = new HistoryCalendar(this);
            _parts = Tuple.Create(this, HistoryPart.Of(this, calendar, Start, LocalDate.MaxIsoValue));
        }

        return _parts.Item2;
    }

    /// <summary>The usage of some days, cut at others: one statement for each meter and each stretch.</summary>
    public IEnumerable<MeterUsage> Stated(LocalDate from, LocalDate to, IEnumerable<LocalDate> cuts)
    {
        LocalDate[] ends = [.. cuts.Where(cut => cut > from && cut < to).Append(to).Distinct().Order()];
        foreach (string meter in Meters(from, to))
        {
            LocalDate start = from;
            foreach (LocalDate end in ends)
            {
                yield return MeterUsage.Of(meter, Quantity(meter, start, end), DateSpan.Between(start, end));
                start = end;
            }
        }
    }

    /// <summary>The usage of some days as one sum for each meter.</summary>
    public IEnumerable<MeterUsage> Sums(LocalDate from, LocalDate to) =>
        Meters(from, to).Select(meter => MeterUsage.Of(meter, Quantity(meter, from, to)));

    /// <summary>The history with what becomes known late by when so many periods are billed.</summary>
    public History Known(int periods)
    {
        History known = this with { Late = Late.Where(fact => fact.After > periods).ToValueList() };
        foreach (HistoryLateFact fact in Late.Where(fact => fact.After <= periods))
        {
            known = known with
            {
                Changes = fact.Change is { } change ? [.. known.Changes, change] : known.Changes,
                Credits = fact.Credit is { } credit ? [.. known.Credits, credit] : known.Credits,
                Usage = known.Usage
                    .Select(series => series.Meter == fact.Meter ? Changed(series, fact) : series)
                    .ToValueList(),
            };
        }

        return known;
    }

    public override string ToString()
    {
        IEnumerable<string> words =
        [
            FormattableString.Invariant($"seed {Seed}: {Periods} periods from {Start:R}, {Cycle}"),
            FormattableString.Invariant($"{Rounding}, tax {TaxRate}, {Currency}"),
            Text(Plan),
            .. Changes.Select(change =>
                FormattableString.Invariant($"{change.On:R} {change.Convention}: {Text(change.Plan)}")),
            .. Credits.Select(credit => FormattableString.Invariant($"{credit} rollover {credit.Rollover}")),
            .. Carried.Select(carried => carried.ToString()),
            .. Recent.Select(series => "recent " + series.Meter + " " + string.Join('/', series.Quantities)),
            "spent " + SpentInYear,
            End?.ToString() ?? "open",
            .. Usage.Select(series => series.Meter + ": " + string.Join(", ", series.Quantities
                .Select((quantity, at) => (quantity, day: Start.PlusDays(at)))
                .Where(one => one.quantity > 0m)
                .Select(one => FormattableString.Invariant($"{one.day:R} {one.quantity}")))),
            .. Late.Select(fact => fact.ToString()),
        ];
        return string.Join("\n  ", words);
    }

    private static string Text(PricePlan plan) => FormattableString.Invariant($"{plan} [{plan.DayCount}]");

    private MeterSeries Changed(MeterSeries series, HistoryLateFact fact)
    {
        decimal[] days = [.. series.Quantities];
        days[Period.DaysBetween(Start, fact.Day)] = fact.Quantity;
        return MeterSeries.Of(series.Meter, days);
    }
}

/// <summary>A requested change of plan.</summary>
public sealed record HistoryChange(LocalDate On, PricePlan Plan, PlanChangeConvention Convention);

/// <summary>A fact that becomes known after some periods are billed: a change of plan, a credit, or the true usage of
/// a day.</summary>
public sealed record HistoryLateFact
{
    /// <summary>Gets the number of periods that are billed when it becomes known.</summary>
    public required int After { get; init; }

    public HistoryChange? Change { get; init; }

    public PrepaidCredit? Credit { get; init; }

    public string? Meter { get; init; }

    public LocalDate Day { get; init; }

    public decimal Quantity { get; init; }
}
