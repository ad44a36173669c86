export * from '../../dev/samples/example-organisation';
