using System.Text;
using RevenueModel.Import;

namespace RevenueModel.Tests.Import;

/// <summary>Files with random damage: a reader returns a result that accounts for each row, or throws an
/// <see cref="ImportException"/>, and never another exception.</summary>
public class DamagedFileTests
{
    private const int FilesPerSeed = 300;

    private static readonly string[] Files =
    [
        "id,stage,amount,created,close date,status,currency\n"
            + "1,Prospecting,\"1,200.50\",2027-01-05,2027-03-31,Open,USD\n"
            + "2,Closed Won,$80,2027-01-05,2027-03-31,Won,USD\n3,Closed Lost,(5),1/5/2027,3/31/2027,Lost,EUR\n",
        "customer,meter,month,quantity\nAcme,x,2027-01,5\nAcme,x,2027-02,6\nTotal,,,11\nGlobex,y,2027-01,\"1,5\"\n",
        "customer;2027-01;2027-02\nAcme;5;6\nTotal;5;6\n",
        "deal,field,old value,new value,changed\nA,Stage,One,Two,2027-01-05 09:00\n"
            + "A,Close Date,2027-01-05,2027-02-05,1/5/2027 9:00 AM\nB,Amount,5,6,2027-01-05\n",
        "subscription,customer,start,end,interval,amount,quantity,trial end,canceled,status\n"
            + "1,A,2027-01-05,2027-02-05,month,\"1,200.5\",1,,,active\n1,A,2027-02-05,,year,50,1,,,active\n"
            + "2,B,2027-01-05,2027-06-05,month,5 EUR,1,2027-01-15,2027-05-01,canceled\n",
        "customer,month,mrr\nA,2027-01,5\nA,2027-02,6\nB,2027-02,7\n",
        "deal,stage,close date,changed\nA,One,2027-01-05,2027-01-05T09:00:00Z\nA,Won,2027-01-05,2027-03-05\n",
    ];

    private static readonly string[] Damage =
    [
        "\"", "\n", "\r\n", ",", ";", "\t", "|", "\0", "\uFEFF", "é", "\uFFFD", "-", "(", ")", "$", "€",
        "Total", "=", "9999999999999999999999999999",
        "0000-00-00", "9999-12-31", "sep=;\n", "PK\u0003\u0004", "1e5", "\u00A0",
        "2027-13-01", "9999-12",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EveryFileIsReadOrRefused(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < FilesPerSeed; i++)
        {
            byte[] file = Damaged(random);

            Read(() => CrmImporter.Read(
                new MemoryStream(file), new CrmImportOptions { Process = StandardProcesses.Salesforce }));
            Read(() => UsageImporter.Read(
                new MemoryStream(file), new UsageImportOptions { Repeats = (RepeatedUsage)random.Next(3) }));
            Read(() => UsageImporter.Read(
                new MemoryStream(file), new UsageImportOptions { Quantities = (UsageQuantities)random.Next(3) }));
            Read(() => StageLogImporter.Read(new MemoryStream(file)));
            Read(() => SubscriptionImporter.Read(
                new MemoryStream(file),
                new SubscriptionImportOptions { Overlaps = (OverlappingTerms)random.Next(3) }));
            Read(() => SubscriptionImporter.Read(
                new MemoryStream(file),
                new SubscriptionImportOptions
                {
                    Amounts = SubscriptionAmounts.PerTerm,
                    Canceled = CanceledWithoutEnd.EndAtCancellation,
                    EndIsIncluded = true,
                    Quantities = SubscriptionQuantities.AmountIsPerUnit,
                }));
            Survey(() => CrmImporter.Survey(new MemoryStream(file)));
            Survey(() => UsageImporter.Survey(new MemoryStream(file)));
            Survey(() => StageLogImporter.Survey(new MemoryStream(file)));
            Survey(() => SubscriptionImporter.Survey(new MemoryStream(file)));
        }
    }

    private static void Read<TField>(Func<ImportResult<TField>> read)
        where TField : struct, Enum
    {
        try
        {
            ImportResult<TField> result = read();

            Assert.Equal(result.RowCount, result.ReadCount + result.LeftOutCount + result.Refused.Count);
            Assert.All(result.Refused, row => Assert.NotEmpty(row.ToString()));
            Assert.All(result.Notes, note => Assert.EndsWith(".", note.Message, StringComparison.Ordinal));
            Assert.NotEmpty(result.ToString());
        }
        catch (ImportException error)
        {
            Assert.NotEmpty(error.Problems);
        }
    }

    private static void Survey<TField>(Func<ImportSurvey<TField>> survey)
        where TField : struct, Enum
    {
        try
        {
            Assert.NotEmpty(survey().ToString());
        }
        catch (ImportException error)
        {
            Assert.NotEmpty(error.Problems);
        }
    }

    private static byte[] Damaged(Random random)
    {
        var text = new StringBuilder(Files[random.Next(Files.Length)]);
        for (int changes = random.Next(6); changes > 0; changes--)
        {
            int at = random.Next(text.Length + 1);
            switch (random.Next(3))
            {
                case 0:
                    text.Insert(at, Damage[random.Next(Damage.Length)]);
                    break;
                case 1:
                    text.Remove(at, Math.Min(random.Next(7), text.Length - at));
                    break;
                default:
                    int start = random.Next(text.Length + 1);
                    text.Insert(at, text.ToString(start, random.Next(text.Length - start + 1)));
                    break;
            }
        }

        Encoding encoding = random.Next(5) switch
        {
            0 => Encoding.Unicode,
            1 => Encoding.Latin1,
            _ => Encoding.UTF8,
        };
        return encoding.GetBytes(text.ToString());
    }
}
