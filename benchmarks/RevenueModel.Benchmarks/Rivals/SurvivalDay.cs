
namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The subjects of a day as the rivals count them.</summary>
internal struct SurvivalDay
{
    public int Time;
    public long First;
    public long Second;
    public long All;
    public long Entered;

    /// <summary>Returns survival and both incidences after the last of the days in order of time, without variances,
    /// which the library computes too.</summary>
    public static double[] Walk(IEnumerable<SurvivalDay> days)
    {
        double survival = 1;
        double first = 0;
        double second = 0;
        long atRisk = 0;
        foreach (SurvivalDay day in days)
        {
            atRisk += day.Time == 0 ? day.Entered : 0;
            if (day.First + day.Second > 0)
            {
                first += survival * day.First / atRisk;
                second += survival * day.Second / atRisk;
                survival *= 1 - ((double)(day.First + day.Second) / atRisk);
            }

            atRisk += (day.Time == 0 ? 0 : day.Entered) - day.All;
        }

        return [survival, first, second];
    }
}
