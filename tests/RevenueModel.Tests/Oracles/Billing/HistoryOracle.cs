using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Oracles.Pricing;
using static RevenueModel.Tests.Numerics.Fractions;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>
/// The bills of a history, each as a function of the facts of its period, in exact fractions that are rounded only
/// line by line. Plans, usage and credits are evaluated day by day.
/// </summary>
internal sealed class HistoryOracle
{
    private readonly History _history;
    private readonly HistoryCalendar _calendar;
    private readonly Dictionary<string, ExactFraction> _carried;
    private readonly Dictionary<string, List<decimal>> _recent;
    private ExactFraction _spentInYear;
    private IReadOnlyList<PrepaidCredit> _credits;
    private int _number;

    private HistoryOracle(History history)
    {
        _history = history;
        _calendar = new HistoryCalendar(history);
        _carried = history.Carried.ToDictionary(one => one.Charge, one => Exact(one.Quantity));
        _recent = history.Recent.ToDictionary(one => one.Meter, one => one.Quantities.ToList());
        _spentInYear = Exact(history.SpentInYear);
        _credits = [.. history.Credits];
    }

    private bool IsRoundedAsWhole => _history.Rounding.Level == RoundingLevel.Invoice;

    /// <summary>The bill of each period, in order.</summary>
    public static List<HistoryBill> Bills(History history)
    {
        var oracle = new HistoryOracle(history);
        return [.. oracle._calendar.Periods().Select(period => oracle.Bill(period.Span, period.Service))];
    }

    private HistoryBill Bill(DateSpan span, DateSpan service)
    {
        _number++;
        var period = new HistoryPeriod(span, service, _number, _calendar.YearOf(service.Start));
        List<HistoryPart> parts = HistoryPart.Of(_history, _calendar, service.Start, service.End!.Value);
        HistoryEvaluation whole = Evaluate(period, parts, service.End!.Value, isOver: true);
        decimal spend = Spend(whole);

        var coverage = new HistoryCoverage(_credits, _history.TaxRate, tax => Rounded(tax, _history.Rounding.Tax));
        LocalDate from = service.Start;
        foreach (LocalDate to in CreditDays(service).Append(service.End!.Value))
        {
            HistoryEvaluation so = to == service.End ? whole : Evaluate(period, parts, to, isOver: false);
            coverage.Add(DateSpan.Between(from, to), Exact(Spend(so)), so.Net);
            from = to;
        }

        OracleClose close = CreditOracle.Close(coverage.After(), service.End!.Value);
        decimal subtotal = spend - coverage.BeforeTax;
        Close(period, parts[^1].Plan, whole);
        _credits = close.Credits;
        return new HistoryBill
        {
            Span = span,
            Spend = spend,
            ExactSpend = whole.Spend.Sum,
            Subtotal = subtotal,
            Tax = Rounded(Exact(subtotal) * Exact(_history.TaxRate), _history.Rounding.Tax),
            Paid = coverage.AfterTax,
            Draws = coverage.Draws(),
            Close = close,
            Carried = _carried.Where(one => one.Value > Zero).ToDictionary(),
            SpentInYear = _spentInYear,
        };
    }

    // The balances at the end of a period.
    private void Close(HistoryPeriod period, PricePlan last, HistoryEvaluation whole)
    {
        _carried.Clear();
        foreach ((string name, (Charge charge, ExactFraction unused)) in whole.Left)
        {
            if (last.Charges.Any(one => one.Name == name))
            {
                _carried[name] = ChargeOracle.Carried(charge, unused);
            }
        }

        LocalDate end = period.Service.End!.Value;
        foreach (string meter in _recent.Keys.Except(last.Meters).ToArray())
        {
            _recent.Remove(meter); // no longer metered: the known usage is not that of the latest periods
        }

        foreach (string meter in last.Meters)
        {
            _recent.TryAdd(meter, []);
            _recent[meter].Add(_history.Quantity(meter, period.Service.Start, end));
        }

        _spentInYear = IsLastOfYear(period) ? Zero : _spentInYear + whole.Counted;
    }

    private HistoryEvaluation Evaluate(HistoryPeriod period, List<HistoryPart> parts, LocalDate through, bool isOver)
    {
        var left = new Dictionary<string, (Charge Charge, ExactFraction Unused)>();
        var net = new Dictionary<string, ExactFraction>();
        HistoryColumn spend = Column();
        HistoryColumn longFees = LongFees(period, through);
        ExactFraction counted = longFees.Rounded;
        ExactFraction countedExactly = longFees.Sum;
        ExactFraction floor = Zero;
        ExactFraction[] fees = Fees(period, parts);
        foreach (List<HistoryPart> section in Sections(parts).Where(one => one[0].From < through))
        {
            var terms = new HistorySection(period, section, EndOf(period), through, isOver);
            HistoryColumn column = Column();
            foreach (HistoryPart part in section.Where(part => part.From < through))
            {
                column.Add(fees[parts.IndexOf(part)]);
            }

            var amounts = new List<(string Charge, ExactFraction Amount)>();
            foreach (HistoryRun run in terms.Runs().Where(run => run.From < through))
            {
                HistoryColumn rated = Rate(terms, run, left);
                amounts.Add((run.Charge.Name, rated.Sum));
                column.Add(rated);
            }

            ExactFraction gross = column.Sum;
            column.Deduct(Min(terms.AmountDiscount, column.Sum));
            column.Deduct(column.Sum * Exact(terms.Plan.PercentDiscount));
            (ExactFraction spent, ExactFraction roundedSpent) = (column.Sum, column.Rounded);
            column.Add(Surcharge(terms, spent, _spentInYear + countedExactly));
            ExactFraction uncapped = Max(column.Sum, spent);
            if (terms.Cap is { } cap)
            {
                column.AtMost(cap);
            }

            if (terms.Plan.Protection?.MoveUpTo is { } next && NextBill(next, terms) is { } most)
            {
                column.AtMost(Max(most, terms.Floor(_history.End)));
            }

            counted += Min(roundedSpent, column.Rounded);
            countedExactly += Min(spent, column.Sum);
            floor += terms.Floor(_history.End);
            foreach ((string charge, ExactFraction amount) in amounts.Where(_ => gross > Zero && uncapped > Zero))
            {
                ExactFraction discounted = amount * spent / gross;
                net[charge] = net.GetValueOrDefault(charge) + (discounted * column.Sum / uncapped);
            }

            spend.Add(column);
        }

        if (floor > Zero)
        {
            spend.AtLeast(floor);
        }

        spend.Add(longFees);
        if (isOver)
        {
            AddYearTrueUp(spend, period, parts[^1].Plan, counted, countedExactly);
        }

        return new HistoryEvaluation { Spend = spend, Counted = counted, Left = left, Net = net };
    }

    private ExactFraction[] Fees(HistoryPeriod period, List<HistoryPart> parts)
    {
        if (_calendar.HasLongFee)
        {
            return new ExactFraction[parts.Count];
        }

        LocalDate to = _history.End?.Fee == EarlyEndFee.InFull ? EndOf(period) : period.Service.End!.Value;
        var days = new HistoryFeeDays(period.Span, period.Service.Start, to, parts);
        for (int part = 1; part < parts.Count; part++)
        {
            _ = days.Change(part);
        }

        return
        [
            .. parts.Select((part, at) => Exact(part.Plan.BaseFee) * days.ShareOf(at, days.Bearers, _ => true)),
        ];
    }

    private HistoryColumn LongFees(HistoryPeriod period, LocalDate through)
    {
        HistoryColumn fees = Column();
        if (!_calendar.HasLongFee)
        {
            return fees;
        }

        foreach ((LocalDate due, ExactFraction fee, ExactFraction discount)
            in HistoryLongFees.Due(_history, _calendar, period.Service))
        {
            if (due < through)
            {
                fees.Add(fee);
                fees.Add(Zero - discount);
            }
        }

        return fees;
    }

    // The amount of a run: the usage of its days, rated once.
    private HistoryColumn Rate(
        HistorySection section, HistoryRun run, Dictionary<string, (Charge Charge, ExactFraction Unused)> left)
    {
        Charge charge = run.Charge;
        ExactFraction carried = !left.TryGetValue(charge.Name, out (Charge Charge, ExactFraction Unused) before)
            ? _carried.GetValueOrDefault(charge.Name)
            : before.Charge.Conversion == charge.Conversion ? before.Unused : Zero;
        var given = new OraclePeriod
        {
            Share = section.Share(run.From, run.To),
            Usage = MetersOf(charge).ToDictionary(meter => meter, meter => Quantity(section, meter, run.From, run.To)),
            Carried = new Dictionary<string, ExactFraction> { [charge.Name] = carried },
        };
        OracleCharge rated = ChargeOracle.Rate(charge, given);
        left[charge.Name] = (charge, rated.Unused);

        HistoryColumn column = Column();
        foreach (ExactFraction line in UsageOracle.Lines(charge.Price, rated))
        {
            column.Add(line);
        }

        column.Deduct(rated.UsageDiscount);
        column.Deduct(rated.AmountDiscount);
        column.Deduct(rated.PercentDiscount);
        if (charge.Limits is { } limits)
        {
            if (section.IsOver)
            {
                column.AtLeast(Exact(limits.Min) * given.Share);
            }

            if (limits.Max is { } most)
            {
                column.AtMost(Exact(most) * given.Share);
            }
        }

        return column;
    }

    // The usage of the days so far, or its mean with earlier periods if the plan smooths.
    private ExactFraction Quantity(HistorySection section, string meter, LocalDate from, LocalDate to)
    {
        ExactFraction own = Exact(_history.Quantity(meter, from, LocalDate.Min(to, section.Through)));
        int window = section.Plan.Protection?.SmoothingPeriods ?? 1;
        decimal[] before = [.. _recent.GetValueOrDefault(meter, []).TakeLast(window - 1)];
        ExactFraction served = section.Share(section.Period.Service.Start, section.Period.Service.End!.Value);
        // In 30-day months, the 31st does not count.
        ExactFraction part = served == Zero ? One : section.Share(from, to) / served;
        return (own + (before.Sum(Exact) * part)) / Exact(1m + before.Length);
    }

    private static ExactFraction Surcharge(HistorySection section, ExactFraction spent, ExactFraction before)
    {
        if (section.Plan.Commitment is not { } commitment)
        {
            return Zero;
        }

        ExactFraction rate = Exact(commitment.OverageMultiplier) - One;
        ExactFraction committed = section.Committed;
        return commitment.Period == CommitmentPeriod.BillingPeriod
            ? Max(spent - (committed * section.OwnShare), Zero) * rate
            : (Max(before + spent - committed, Zero) - Max(before - committed, Zero)) * rate;
    }

    // The bill of the plan to move up to, or null if the usage exceeds its tiers.
    private ExactFraction? NextBill(PricePlan plan, HistorySection section)
    {
        ExactFraction amount = Exact(plan.BaseFee) * section.OwnShare;
        foreach (Charge charge in plan.Charges)
        {
            var given = new OraclePeriod
            {
                Share = section.OwnShare,
                Usage = MetersOf(charge).ToDictionary(
                    meter => meter, meter => Quantity(section, meter, section.From, section.To)),
            };
            amount += ChargeOracle.Rate(section.IsOver ? charge : WithoutMinimum(charge), given).Amount;
        }

        amount -= Min(Exact(plan.AmountDiscount) * section.OwnShare, amount);
        amount -= amount * Exact(plan.PercentDiscount);
        ExactFraction committed = plan.Commitment is { } terms
            ? Exact(terms.AmountIn(section.Period.Year, section.Period.Number)) * section.OwnShare
            : Zero;
        if (plan.Commitment is { } commitment)
        {
            amount += Max(amount - committed, Zero) * (Exact(commitment.OverageMultiplier) - One);
            amount = commitment.TrueUp && section.IsOver ? Max(amount, committed) : amount;
        }

        ExactFraction? cap = HistorySection.CapOf(plan, section.Period) * section.OwnShare;
        amount = cap is { } bound ? Min(amount, bound) : amount;
        return plan.Protection?.MoveUpTo is { } next && NextBill(next, section) is { } most
            ? Min(amount, Max(most, plan.Commitment is { TrueUp: true } && section.IsOver ? committed : Zero))
            : amount;
    }

    private void AddYearTrueUp(
        HistoryColumn spend, HistoryPeriod period, PricePlan last, ExactFraction counted, ExactFraction countedExactly)
    {
        if (!IsLastOfYear(period)
            || last.Commitment is not { Period: CommitmentPeriod.ContractYear, TrueUp: true } commitment)
        {
            return;
        }

        LocalDate start = _history.Start.PlusYears(period.Year - 1);
        LocalDate end = _history.Start.PlusYears(period.Year);
        ExactFraction committed = Exact(commitment.AmountIn(period.Year, period.Number));
        if (_history.End is { } contract && contract.On < end)
        {
            committed *= contract.TrueUp switch
            {
                EarlyEndTrueUp.None => Zero,
                EarlyEndTrueUp.InFull => One,
                _ => Exact(Period.DaysBetween(start, contract.On)) / Exact(Period.DaysBetween(start, end)),
            };
        }

        spend.AtLeast(
            spend.Sum + committed - _spentInYear - countedExactly,
            spend.Rounded + spend.Round(committed) - _spentInYear - counted);
    }

    private bool IsLastOfYear(HistoryPeriod period) =>
        _history.Start.PlusYears(period.Year) <= period.Span.End || _history.End?.On <= period.Span.End;

    private static IEnumerable<List<HistoryPart>> Sections(List<HistoryPart> parts)
    {
        var section = new List<HistoryPart>();
        foreach (HistoryPart part in parts)
        {
            if (section.Count > 0 && Terms(section[0].Plan) != Terms(part.Plan))
            {
                yield return section;
                section = [];
            }

            section.Add(part);
        }

        yield return section;

        static (decimal, Commitment?, OverageProtection?, DayCount) Terms(PricePlan plan) =>
            (plan.PercentDiscount, plan.Commitment, plan.Protection, plan.DayCount);
    }

    // The days within the service on which a credit begins or ceases to be usable.
    private IEnumerable<LocalDate> CreditDays(DateSpan service) => _credits
        .Where(credit => credit.Balance > 0m)
        .SelectMany(credit => new[] { credit.Usable.Start, credit.Usable.End ?? service.Start })
        .Where(day => day > service.Start && day < service.End)
        .Distinct()
        .Order();

    // The regular end of the period in which the contract ends, for amounts that are owed in full.
    private static LocalDate EndOf(HistoryPeriod period) => period.Span.End!.Value;

    private static ValueList<string> MetersOf(Charge charge) =>
        charge.Price is CapacityPrice capacity ? capacity.Meters : [charge.Meter];

    private static Charge WithoutMinimum(Charge charge) => charge with
    {
        Limits = charge.Limits is { Max: { } most } ? Band.Between(0m, most) : null,
    };

    private decimal Spend(HistoryEvaluation evaluation) => IsRoundedAsWhole
        ? Rounded(evaluation.Spend.Sum, _history.Rounding.Amounts)
        : Rounded(evaluation.Spend.Rounded, _history.Rounding.Amounts);

    private HistoryColumn Column() => new(amount =>
        IsRoundedAsWhole ? TwelveDigits(amount) : Exact(Rounded(amount, _history.Rounding.Amounts)));

    // Rounding to twelve decimal places first removes the noise of divisions.
    private decimal Rounded(ExactFraction amount, RoundingRule rule)
    {
        RoundingPolicy rounding = RoundingPolicy.ToDigits(_history.Currency.MinorUnitDigits, rule);
        return Round(TwelveDigits(amount), rounding);
    }

    private static ExactFraction TwelveDigits(ExactFraction amount)
    {
        ExactFraction thousand = Exact(1_000m);
        return Exact(Round(amount * thousand, RoundingPolicy.ToDigits(9))) / thousand;
    }
}
