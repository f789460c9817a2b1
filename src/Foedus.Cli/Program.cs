using Foedus.Cli.Hosting;

return (int)Host.Run(args);
