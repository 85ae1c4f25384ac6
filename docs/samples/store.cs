#:property PublishAot=false
#:package Microsoft.Data.Sqlite
#:project ../../src/RevenueModel.Json/RevenueModel.Json.csproj

// Stores statements and invoices, and continues after a restart. A year of one account and one person is stored as
// JSON in SQLite. A second run opens the database, reads everything back and computes the next month from it.
//
//   dotnet run docs/samples/store.cs                 both parts, with a database in the folder of temporary files
//   dotnet run docs/samples/store.cs -- FILE         the first run stores the year, each later run adds a month

using Microsoft.Data.Sqlite;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Compensation;
using RevenueModel.Json;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using static System.FormattableString;

string file = args.FirstOrDefault() ?? Path.Combine(Path.GetTempPath(), $"revenue-model-{Guid.NewGuid():N}.db");
try
{
    bool isFirst = !File.Exists(file);
    if (isFirst)
    {
        StoreTheYear(file);
    }

    if (!isFirst || args.Length == 0)
    {
        SqliteConnection.ClearAllPools(); // as in a new process, only the file is left
        AddAMonth(file);
    }
}
finally
{
    if (args.Length == 0)
    {
        SqliteConnection.ClearAllPools();
        File.Delete(file);
    }
}

static void StoreTheYear(string file)
{
    using SqliteConnection database = Open(file);
    Execute(database, "create table invoice (id integer primary key, period text, json text)");
    Execute(database, "create table statement (id integer primary key, period text, json text)");
    Execute(database, "create table ledger (id integer primary key, person text, json text)");

    var account = new BillingAccount
    {
        Customer = "Acme Analytics",
        Currency = Currency.Usd,
        ContractStart = new LocalDate(2027, 1, 1),
        TaxRate = 0.0825m,
        Plan = new PricePlan
        {
            Name = "Usage",
            BaseFee = 500m,
            Charges =
            [
                new Charge
                {
                    Name = "calls",
                    Allowance = Allowance.Of(10_000m, Rollover.UpTo(5_000m)),
                    Price = PriceModel.Graduated(PriceTier.UpTo(50_000m, 0.010m), PriceTier.Beyond(0.006m)),
                },
            ],
            Commitment = Commitment.Of(9_000m) with { Period = CommitmentPeriod.ContractYear },
        },
        Credits = [new PrepaidCredit { Id = "welcome", Balance = 750m }],
    };
    CompLedger ledger = CompLedger.Of("Ada Byron", Plan(), Credits(2027, 12));
    var statements = new List<CompStatement>();
    for (int month = 1; month <= 12; month++)
    {
        DateSpan period = DateSpan.Of(new YearMonth(2027, month));
        Invoice invoice = InvoiceCalculator.Next(account, period, [MeterUsage.Of("calls", 9_000m * month)]);
        account = invoice.ClosingAccount;
        Insert(database, "invoice", period.ToString(), RevenueModelJson.Write(invoice));

        CompStatement statement = StatementCalculator.Next(ledger, period, statements);
        statements.Add(statement);
        Insert(database, "statement", period.ToString(), RevenueModelJson.Write(statement));
    }

    Insert(database, "ledger", ledger.Person, RevenueModelJson.Write(ledger));
    Console.WriteLine(Invariant($"Stored 12 invoices and 12 statements, {SizeOf(database):#,0} characters of JSON."));
    Console.WriteLine(Invariant($"December: {statements[^1]}"));
}

static void AddAMonth(string file)
{
    using SqliteConnection database = Open(file);
    List<Invoice> invoices = [.. Select(database, "invoice").Select(json => RevenueModelJson.Read<Invoice>(json))];
    List<CompStatement> statements = [.. StoredStatements(database)];
    CompLedger ledger = RevenueModelJson.Read<CompLedger>(Select(database, "ledger").Last());
    Console.WriteLine(Invariant($"Read {invoices.Count} invoices and {statements.Count} statements."));

    // The account continues where the last invoice closed it: rollover, commitment and prepaid credit included.
    BillingAccount account = invoices[^1].ClosingAccount;
    DateSpan period = DateSpan.Of(new YearMonth(2027, 1).PlusMonths(invoices.Count));
    Invoice next = InvoiceCalculator.Next(account, period, [MeterUsage.Of("calls", 64_000m)]);
    Insert(database, "invoice", period.ToString(), RevenueModelJson.Write(next));
    Console.WriteLine(Invariant($"{next}"));
    foreach (InvoiceLine line in next.Lines)
    {
        Console.WriteLine(Invariant($"  {line}"));
    }

    // A deal that closed in the new month is added to the ledger that was read.
    ledger = ledger.With([CompCredit.Of($"D-{invoices.Count + 1}", period.Start.PlusDays(9), 90_000m)]);
    CompStatement statement = StatementCalculator.Next(ledger, period, statements);
    Insert(database, "statement", period.ToString(), RevenueModelJson.Write(statement));
    Insert(database, "ledger", ledger.Person, RevenueModelJson.Write(ledger));
    Console.WriteLine(Invariant($"{statement}"));

    // What was read continues exactly like what was never stored.
    bool isExact = StoredStatements(database).SequenceEqual(
        StatementCalculator.Run(ledger, DateSpan.Between(new LocalDate(2027, 1, 1), period.End!.Value)));
    Console.WriteLine($"Equal to a run over all months at once: {isExact}");
}

static CompPlan Plan() => new()
{
    Role = "AE",
    OnTargetEarnings = 200_000m,
    PayMix = PayMix.OfPercent(50, 50),
    Components =
    [
        new PayComponent
        {
            Measure = CompMeasure.NewArr,
            Target = PayTarget.PerYear(1_200_000m),
            Curve = PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 1.5m)),
        },
    ],
    Vesting = VestingSchedule.Of(0.7m, 0.3m),
    Effective = DateSpan.From(new LocalDate(2027, 1, 1)),
};

static IEnumerable<CompCredit> Credits(int year, int months) => Enumerable.Range(1, months).Select(month =>
    CompCredit.Of(Invariant($"D-{month}"), new LocalDate(year, month, 12), 70_000m + (month * 5_500m)));

static IEnumerable<CompStatement> StoredStatements(SqliteConnection database) =>
    Select(database, "statement").Select(json => RevenueModelJson.Read<CompStatement>(json));

static SqliteConnection Open(string file)
{
    var database = new SqliteConnection($"Data Source={file}");
    database.Open();
    return database;
}

static void Execute(SqliteConnection database, string sql)
{
    using SqliteCommand command = database.CreateCommand();
    command.CommandText = sql;
    command.ExecuteNonQuery();
}

static void Insert(SqliteConnection database, string table, string key, string json)
{
    using SqliteCommand command = database.CreateCommand();
    command.CommandText = $"insert into {table} values (null, $key, $json)";
    command.Parameters.AddWithValue("$key", key);
    command.Parameters.AddWithValue("$json", json);
    command.ExecuteNonQuery();
}

static IEnumerable<string> Select(SqliteConnection database, string table)
{
    using SqliteCommand command = database.CreateCommand();
    command.CommandText = $"select json from {table} order by id";
    using SqliteDataReader rows = command.ExecuteReader();
    while (rows.Read())
    {
        yield return rows.GetString(0);
    }
}

static long SizeOf(SqliteConnection database)
{
    using SqliteCommand command = database.CreateCommand();
    command.CommandText = "select (select sum(length(json)) from invoice) + (select sum(length(json)) from statement)";
    return (long)command.ExecuteScalar()!;
}
