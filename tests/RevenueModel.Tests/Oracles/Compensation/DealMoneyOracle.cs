using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Numerics.Fractions;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>Computes the share of a deal that money covers: once for all measures, day by day in order.</summary>
internal sealed class DealMoneyOracle
{
    private readonly List<(LocalDate Day, ExactFraction Value)> _days = [];
    private readonly CompEvent[] _events;

    public DealMoneyOracle(CompLedger ledger, string deal)
    {
        _events = [.. ledger.Events.Where(happened => happened.Subject == deal)];
        CompCredit[] counted =
        [
            .. ledger.Credits.Where(credit => credit.Deal == deal)
                .GroupBy(credit => credit.Date)
                .SelectMany(
                    day => day.Any(credit => !credit.IsOverlay) ? day.Where(credit => !credit.IsOverlay) : day),
        ];
        ExactFraction values = Zero;
        ExactFraction amounts = Zero;
        foreach (IGrouping<LocalDate, CompCredit> day in counted.Where(IsAmount)
            .GroupBy(credit => credit.Date).OrderBy(day => day.Key))
        {
            CompCredit[] stated = [.. day.Where(credit => credit.Amount >= 0m || credit.ContractValue is not null)];
            ExactFraction value = Sum(stated.Select(Stated));
            values += value;
            amounts += Sum(stated.Select(Amount));
            ExactFraction back = Sum(day.Except(stated).Select(Amount));
            if (back < Zero)
            {
                // Beyond all that is credited, all of the value is taken back.
                ExactFraction taken = amounts > Zero ? back * values / amounts : Zero - Max(Zero, values);
                value += taken;
                values += taken;
                amounts = Max(Zero, amounts + back);
            }

            _days.Add((day.Key, value));
        }

        // A day without amounts in money adds no value.
        _days.AddRange(counted.Select(credit => credit.Date).Distinct()
            .Where(day => _days.TrueForAll(known => known.Day != day))
            .Select(day => (day, Zero))
            .ToArray());
        _days.Sort((one, other) => one.Day.CompareTo(other.Day));
    }

    /// <summary>Gets whether no day of the deal adds value, so that its pay is payable when earned.</summary>
    public bool IsWithoutValue => _days.TrueForAll(day => day.Value <= Zero);

    /// <summary>The share of the pay for a day that is payable, from each day on which it changes.</summary>
    public IEnumerable<(LocalDate Day, ExactFraction Share)> Shares(LocalDate credited, PaymentTrigger trigger) =>
        _events.Where(happened => Sign(happened, trigger) != 0m).Select(happened => happened.Date)
            .Concat(_days.Select(day => day.Day))
            .Append(credited)
            .Select(day => LocalDate.Max(day, credited))
            .Distinct()
            .Order()
            .Select(day => (day, Share(credited, day, trigger)));

    private ExactFraction Share(LocalDate credited, LocalDate day, PaymentTrigger trigger)
    {
        List<(LocalDate Day, ExactFraction Value)> values = ValuesOn(day);
        ExactFraction money = Sum(_events.Where(happened => happened.Date <= day)
            .Select(happened => Exact(happened.Amount * Sign(happened, trigger))));
        ExactFraction before = Sum(values.Where(value => value.Day < credited).Select(value => value.Value));
        bool adds = _days.Single(item => item.Day == credited).Value > Zero;
        ExactFraction share = adds
            ? Covered(money - before, values.Single(value => value.Day == credited).Value)
            : Covered(money, before);
        return trigger == PaymentTrigger.PaidInFull && share < One ? Zero : share;
    }

    // What is taken back lowers the value of all earlier days in proportion.
    private List<(LocalDate Day, ExactFraction Value)> ValuesOn(LocalDate day)
    {
        var values = new List<(LocalDate Day, ExactFraction Value)>();
        foreach ((LocalDate on, ExactFraction value) in _days.Where(item => item.Day <= day))
        {
            ExactFraction sum = Sum(values.Select(item => item.Value));
            if (value > Zero)
            {
                values.Add((on, value));
            }
            else if (sum > Zero)
            {
                values = [.. values.Select(item => (item.Day, item.Value * Max(Zero, sum + value) / sum))];
            }
        }

        return values;
    }

    private static ExactFraction Covered(ExactFraction money, ExactFraction value) =>
        value <= Zero ? One : Max(Zero, Min(One, money / value));

    private static bool IsAmount(CompCredit credit) =>
        credit.Measure.Unit == MeasureUnit.Money || credit.ContractValue is not null;

    private static ExactFraction Amount(CompCredit credit) =>
        credit.Measure.Unit == MeasureUnit.Money ? Exact(credit.Amount) : Zero;

    private static ExactFraction Stated(CompCredit credit) =>
        Exact(credit.ContractValue ?? (credit.Measure.Unit == MeasureUnit.Money ? credit.Amount : 0m));

    private static decimal Sign(CompEvent happened, PaymentTrigger trigger) => (happened.Kind, trigger) switch
    {
        (CompEventKind.Invoiced, PaymentTrigger.Invoice) => 1m,
        (CompEventKind.CashReceived, PaymentTrigger.CashReceived or PaymentTrigger.PaidInFull) => 1m,
        (CompEventKind.Refunded, PaymentTrigger.CashReceived or PaymentTrigger.PaidInFull) => -1m,
        _ => 0m,
    };
}
