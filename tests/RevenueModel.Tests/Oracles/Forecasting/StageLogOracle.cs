using NodaTime;
using RevenueModel.Pipeline;

namespace RevenueModel.Tests.Oracles.Forecasting;

/// <summary>Counts days and exits of stages day by day, from the last stage that a log shows at the end of each
/// day.</summary>
internal static class StageLogOracle
{
    public const string Won = "(won)";
    public const string Lost = "(lost)";

    /// <summary>Returns the days in each stage, and the exits from one state to another.</summary>
    public static (Dictionary<string, long> Days, Dictionary<(string From, string To), int> Exits) Count(
        IEnumerable<DealHistory> histories, LocalDate asOf)
    {
        var days = new Dictionary<string, long>();
        var exits = new Dictionary<(string From, string To), int>();
        foreach (DealHistory history in histories)
        {
            string? before = null;
            for (LocalDate day = new(2027, 1, 1); day <= asOf; day = day.PlusDays(1))
            {
                string? state = StateOf(history, day);
                if (before is not null and not Won and not Lost)
                {
                    days[before] = days.GetValueOrDefault(before) + 1;
                    if (state is not null && state != before)
                    {
                        exits[(before, state)] = exits.GetValueOrDefault((before, state)) + 1;
                    }
                }

                before = state;
            }
        }

        return (days, exits);
    }

    private static string? StateOf(DealHistory history, LocalDate day)
    {
        if (history.Closed <= day)
        {
            return history.Outcome == DealOutcome.Won ? Won : Lost;
        }

        return history.Entries.LastOrDefault(entry => entry.Entered <= day)?.Stage;
    }
}
